import { Module } from '@nestjs/common';
import { ExportController } from './export.controller.ts';
import { OpenTrailHandler } from './export.handlers.ts';

/** Needs what LedgerModule provides to all: the read models and the clock. */
@Module({ controllers: [ExportController], providers: [OpenTrailHandler] })
export class ExportModule {}
