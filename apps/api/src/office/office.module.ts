import { Module } from '@nestjs/common';
import { KeepingHouseController } from './keeping-house.controller.ts';
import { OfficeController } from './office.controller.ts';
import { FindOfficeRecordHandler, FindOfficeRecordsHandler, FindStepsHandler } from './office.handlers.ts';
import { PersonsController } from './persons.controller.ts';

@Module({
  controllers: [KeepingHouseController, PersonsController, OfficeController],
  providers: [FindOfficeRecordsHandler, FindOfficeRecordHandler, FindStepsHandler],
})
export class OfficeModule {}
