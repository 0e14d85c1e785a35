import { Inject } from '@nestjs/common';
import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import type {
  ConsultationDetail,
  ConsultationSummary,
  DeemedConsent,
  Responsiveness,
} from '#contracts/consultation-views.ts';
import type { Page } from '#contracts/views.ts';
import { LedgerReference } from '#ledger/ledger-reference.ts';
import type { Clock } from '#platform/clock.ts';
import type { DeemedFilter } from '#read-models/consultation/deemed.ts';
import type { ConsultationFilter } from '#read-models/consultation/queries.ts';
import type { ResponsivenessFilter } from '#read-models/consultation/responses.ts';
import type { ReadModels } from '#read-models/read-models.ts';
import { CLOCK, READ_MODELS } from '../dependencies.ts';

export class FindConsultations extends Query<Page<ConsultationSummary>> {
  constructor(readonly filter: ConsultationFilter) {
    super();
  }
}

/** Null when there is none of that id. */
export class FindConsultation extends Query<ConsultationDetail | null> {
  constructor(readonly id: string) {
    super();
  }
}

export class FindDeemedConsents extends Query<Page<DeemedConsent>> {
  constructor(readonly filter: DeemedFilter) {
    super();
  }
}

export class FindResponsiveness extends Query<readonly Responsiveness[]> {
  constructor(readonly filter: ResponsivenessFilter) {
    super();
  }
}

@QueryHandler(FindConsultations)
export class FindConsultationsHandler implements IQueryHandler<FindConsultations> {
  constructor(@Inject(READ_MODELS) private readonly readModels: ReadModels) {}

  execute({ filter }: FindConsultations): Promise<Page<ConsultationSummary>> {
    return this.readModels.queries.consultations(filter);
  }
}

@QueryHandler(FindConsultation)
export class FindConsultationHandler implements IQueryHandler<FindConsultation> {
  constructor(@Inject(READ_MODELS) private readonly readModels: ReadModels) {}

  execute({ id }: FindConsultation): Promise<ConsultationDetail | null> {
    return this.readModels.queries.consultation(id);
  }
}

@QueryHandler(FindDeemedConsents)
export class FindDeemedConsentsHandler implements IQueryHandler<FindDeemedConsents> {
  constructor(@Inject(READ_MODELS) private readonly readModels: ReadModels) {}

  execute({ filter }: FindDeemedConsents): Promise<Page<DeemedConsent>> {
    return this.readModels.queries.deemedConsents(filter);
  }
}

@QueryHandler(FindResponsiveness)
export class FindResponsivenessHandler implements IQueryHandler<FindResponsiveness> {
  constructor(
    @Inject(READ_MODELS) private readonly readModels: ReadModels,
    @Inject(CLOCK) private readonly clock: Clock,
    private readonly reference: LedgerReference,
  ) {}

  async execute({ filter }: FindResponsiveness): Promise<readonly Responsiveness[]> {
    const { calendars } = await this.reference.current();
    const now = this.clock.now();
    return this.readModels.queries.responsiveness(filter, (unit) => calendars.for(unit, now));
  }
}
