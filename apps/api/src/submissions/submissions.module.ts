import { Module } from '@nestjs/common';
import { SubmissionsController } from './submissions.controller.ts';
import {
  FindCirculationHandler,
  FindSubmissionsHandler,
  ShowFirstPassHandler,
  ShowPingPongHandler,
  ShowReviewDepthHandler,
} from './submissions.handlers.ts';

@Module({
  controllers: [SubmissionsController],
  providers: [
    FindSubmissionsHandler,
    ShowFirstPassHandler,
    ShowReviewDepthHandler,
    FindCirculationHandler,
    ShowPingPongHandler,
  ],
})
export class SubmissionsModule {}
