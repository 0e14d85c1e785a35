import { Inject } from '@nestjs/common';
import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import type {
  CirculationView,
  FirstPassView,
  PingPongView,
  ReviewDepthView,
  SubmissionView,
} from '#contracts/submission-views.ts';
import type { Page } from '#contracts/views.ts';
import type { PageRequest } from '#read-models/page/cursor.ts';
import type { ReadModels } from '#read-models/read-models.ts';
import type { SubmissionFilter } from '#read-models/submission/queries.ts';
import { READ_MODELS } from '../dependencies.ts';

export class FindSubmissions extends Query<Page<SubmissionView>> {
  constructor(readonly filter: SubmissionFilter) {
    super();
  }
}
export class ShowFirstPass extends Query<readonly FirstPassView[]> {}
export class ShowReviewDepth extends Query<readonly ReviewDepthView[]> {}
export class FindCirculation extends Query<Page<CirculationView>> {
  constructor(readonly page: PageRequest) {
    super();
  }
}
export class ShowPingPong extends Query<readonly PingPongView[]> {}

@QueryHandler(FindSubmissions)
export class FindSubmissionsHandler implements IQueryHandler<FindSubmissions> {
  constructor(@Inject(READ_MODELS) private readonly readModels: ReadModels) {}

  execute({ filter }: FindSubmissions): Promise<Page<SubmissionView>> {
    return this.readModels.queries.submissions(filter);
  }
}

@QueryHandler(ShowFirstPass)
export class ShowFirstPassHandler implements IQueryHandler<ShowFirstPass> {
  constructor(@Inject(READ_MODELS) private readonly readModels: ReadModels) {}

  execute(): Promise<readonly FirstPassView[]> {
    return this.readModels.queries.firstPass();
  }
}

@QueryHandler(ShowReviewDepth)
export class ShowReviewDepthHandler implements IQueryHandler<ShowReviewDepth> {
  constructor(@Inject(READ_MODELS) private readonly readModels: ReadModels) {}

  execute(): Promise<readonly ReviewDepthView[]> {
    return this.readModels.queries.reviewDepth();
  }
}

@QueryHandler(FindCirculation)
export class FindCirculationHandler implements IQueryHandler<FindCirculation> {
  constructor(@Inject(READ_MODELS) private readonly readModels: ReadModels) {}

  execute({ page }: FindCirculation): Promise<Page<CirculationView>> {
    return this.readModels.queries.circulation(page);
  }
}

@QueryHandler(ShowPingPong)
export class ShowPingPongHandler implements IQueryHandler<ShowPingPong> {
  constructor(@Inject(READ_MODELS) private readonly readModels: ReadModels) {}

  execute(): Promise<readonly PingPongView[]> {
    return this.readModels.queries.pingPong();
  }
}
