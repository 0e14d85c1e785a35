import { Inject } from '@nestjs/common';
import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import type { DossierDetail, DossierSummary, Page, TimelineEntry } from '#contracts/views.ts';
import type { Instant } from '#domain/kernel/event.ts';
import type { DossierFilter } from '#read-models/dossier/queries.ts';
import type { PageRequest } from '#read-models/page/cursor.ts';
import type { ReadModels } from '#read-models/read-models.ts';
import { READ_MODELS } from '../dependencies.ts';

export class FindDossiers extends Query<Page<DossierSummary>> {
  constructor(readonly filter: DossierFilter) {
    super();
  }
}

/** Null when there is, or at `asOf` was, no such dossier. */
export class FindDossier extends Query<DossierDetail | null> {
  constructor(
    readonly id: string,
    readonly asOf: Instant | undefined,
  ) {
    super();
  }
}

export class FindTimeline extends Query<Page<TimelineEntry>> {
  constructor(
    readonly id: string,
    readonly page: PageRequest,
  ) {
    super();
  }
}

@QueryHandler(FindDossiers)
export class FindDossiersHandler implements IQueryHandler<FindDossiers> {
  constructor(@Inject(READ_MODELS) private readonly readModels: ReadModels) {}

  execute({ filter }: FindDossiers): Promise<Page<DossierSummary>> {
    return this.readModels.queries.dossiers(filter);
  }
}

@QueryHandler(FindDossier)
export class FindDossierHandler implements IQueryHandler<FindDossier> {
  constructor(@Inject(READ_MODELS) private readonly readModels: ReadModels) {}

  execute({ id, asOf }: FindDossier): Promise<DossierDetail | null> {
    return this.readModels.queries.dossier(id, { asOf });
  }
}

@QueryHandler(FindTimeline)
export class FindTimelineHandler implements IQueryHandler<FindTimeline> {
  constructor(@Inject(READ_MODELS) private readonly readModels: ReadModels) {}

  execute({ id, page }: FindTimeline): Promise<Page<TimelineEntry>> {
    return this.readModels.queries.timeline(id, page);
  }
}
