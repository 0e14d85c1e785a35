import { Module } from '@nestjs/common';
import { ConsultationActsController } from './consultation-acts.controller.ts';
import { ConsultationsController } from './consultations.controller.ts';
import {
  FindConsultationHandler,
  FindConsultationsHandler,
  FindDeemedConsentsHandler,
  FindResponsivenessHandler,
} from './consultations.handlers.ts';

@Module({
  controllers: [ConsultationActsController, ConsultationsController],
  providers: [FindConsultationsHandler, FindConsultationHandler, FindDeemedConsentsHandler, FindResponsivenessHandler],
})
export class ConsultationsModule {}
