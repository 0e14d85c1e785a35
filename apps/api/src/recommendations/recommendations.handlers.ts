import { Inject } from '@nestjs/common';
import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import type { AgencyUnresolved, RecommendationDetail, RecommendationView } from '#contracts/recommendation-views.ts';
import type { Page } from '#contracts/views.ts';
import type { ReadModels } from '#read-models/read-models.ts';
import type { RecommendationFilter } from '#read-models/recommendation/queries.ts';
import { READ_MODELS } from '../dependencies.ts';

export class FindRecommendations extends Query<Page<RecommendationView>> {
  constructor(readonly filter: RecommendationFilter) {
    super();
  }
}
export class FindUnresolvedByAgency extends Query<readonly AgencyUnresolved[]> {}
/** Null when there is none. */
export class FindRecommendation extends Query<RecommendationDetail | null> {
  constructor(readonly id: string) {
    super();
  }
}

@QueryHandler(FindRecommendations)
export class FindRecommendationsHandler implements IQueryHandler<FindRecommendations> {
  constructor(@Inject(READ_MODELS) private readonly readModels: ReadModels) {}

  execute({ filter }: FindRecommendations): Promise<Page<RecommendationView>> {
    return this.readModels.queries.recommendations(filter);
  }
}

@QueryHandler(FindUnresolvedByAgency)
export class FindUnresolvedByAgencyHandler implements IQueryHandler<FindUnresolvedByAgency> {
  constructor(@Inject(READ_MODELS) private readonly readModels: ReadModels) {}

  execute(): Promise<readonly AgencyUnresolved[]> {
    return this.readModels.queries.unresolvedByAgency();
  }
}

@QueryHandler(FindRecommendation)
export class FindRecommendationHandler implements IQueryHandler<FindRecommendation> {
  constructor(@Inject(READ_MODELS) private readonly readModels: ReadModels) {}

  execute({ id }: FindRecommendation): Promise<RecommendationDetail | null> {
    return this.readModels.queries.recommendation(id);
  }
}
