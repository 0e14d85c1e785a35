import { Module } from '@nestjs/common';
import { DossierActsController } from './dossier-acts.controller.ts';
import { DossiersController } from './dossiers.controller.ts';
import { FindDossierHandler, FindDossiersHandler, FindTimelineHandler } from './dossiers.handlers.ts';
import { RecordDossierActHandler } from './record-dossier-act.ts';
import { SubmissionActsController } from './submission-acts.controller.ts';

@Module({
  controllers: [DossierActsController, SubmissionActsController, DossiersController],
  providers: [RecordDossierActHandler, FindDossiersHandler, FindDossierHandler, FindTimelineHandler],
})
export class DossiersModule {}
