import { Inject } from '@nestjs/common';
import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import type { CustodyRow, Overview, Page, Stats, UnitWorkload } from '#contracts/views.ts';
import type { Instant } from '#domain/kernel/event.ts';
import type { CustodyFilter } from '#read-models/custody/queries.ts';
import type { ReadModels } from '#read-models/read-models.ts';
import { READ_MODELS } from '../dependencies.ts';

export class ShowOverview extends Query<Overview> {
  constructor(readonly asOf: Instant | undefined) {
    super();
  }
}

export class ShowWorkload extends Query<readonly UnitWorkload[]> {
  constructor(readonly asOf: Instant | undefined) {
    super();
  }
}

export class ShowStats extends Query<Stats> {}

export class FindCustody extends Query<Page<CustodyRow>> {
  constructor(readonly filter: CustodyFilter) {
    super();
  }
}

@QueryHandler(ShowOverview)
export class ShowOverviewHandler implements IQueryHandler<ShowOverview> {
  constructor(@Inject(READ_MODELS) private readonly readModels: ReadModels) {}

  execute({ asOf }: ShowOverview): Promise<Overview> {
    return this.readModels.queries.overview({ asOf });
  }
}

@QueryHandler(ShowWorkload)
export class ShowWorkloadHandler implements IQueryHandler<ShowWorkload> {
  constructor(@Inject(READ_MODELS) private readonly readModels: ReadModels) {}

  execute({ asOf }: ShowWorkload): Promise<readonly UnitWorkload[]> {
    return this.readModels.queries.workload({ asOf });
  }
}

@QueryHandler(ShowStats)
export class ShowStatsHandler implements IQueryHandler<ShowStats> {
  constructor(@Inject(READ_MODELS) private readonly readModels: ReadModels) {}

  execute(): Promise<Stats> {
    return this.readModels.queries.stats();
  }
}

@QueryHandler(FindCustody)
export class FindCustodyHandler implements IQueryHandler<FindCustody> {
  constructor(@Inject(READ_MODELS) private readonly readModels: ReadModels) {}

  execute({ filter }: FindCustody): Promise<Page<CustodyRow>> {
    return this.readModels.queries.custody(filter);
  }
}
