import { Module } from '@nestjs/common';
import { RecommendationActsController } from './recommendation-acts.controller.ts';
import { RecommendationsController } from './recommendations.controller.ts';
import {
  FindRecommendationHandler,
  FindRecommendationsHandler,
  FindUnresolvedByAgencyHandler,
} from './recommendations.handlers.ts';

@Module({
  controllers: [RecommendationActsController, RecommendationsController],
  providers: [FindRecommendationsHandler, FindUnresolvedByAgencyHandler, FindRecommendationHandler],
})
export class RecommendationsModule {}
