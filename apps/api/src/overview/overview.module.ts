import { Module } from '@nestjs/common';
import { OverviewController } from './overview.controller.ts';
import { FindCustodyHandler, ShowOverviewHandler, ShowStatsHandler, ShowWorkloadHandler } from './overview.handlers.ts';

@Module({
  controllers: [OverviewController],
  providers: [ShowOverviewHandler, ShowWorkloadHandler, ShowStatsHandler, FindCustodyHandler],
})
export class OverviewModule {}
