import { Module } from '@nestjs/common';
import { CandidatesController } from './candidates.controller.ts';
import {
  FindCandidatesHandler,
  FindDetectorsHandler,
  FindDutiesHandler,
  FindRatesHandler,
} from './candidates.handlers.ts';

@Module({
  controllers: [CandidatesController],
  providers: [FindCandidatesHandler, FindDetectorsHandler, FindRatesHandler, FindDutiesHandler],
})
export class CandidatesModule {}
