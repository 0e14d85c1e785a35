import { Module } from '@nestjs/common';
import { RecordErasureHandler } from './erase-sealed-fields.ts';
import { ErasuresController } from './erasures.controller.ts';

@Module({ controllers: [ErasuresController], providers: [RecordErasureHandler] })
export class ErasuresModule {}
