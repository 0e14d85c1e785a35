import { Inject } from '@nestjs/common';
import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import type { CandidatePage, DetectorsView, DutyPage, RatesView } from '#contracts/candidate-views.ts';
import type { Instant } from '#domain/kernel/event.ts';
import { LedgerReference } from '#ledger/ledger-reference.ts';
import type { Clock } from '#platform/clock.ts';
import type { PageRequest } from '#read-models/page/cursor.ts';
import type { ReadModels } from '#read-models/read-models.ts';
import { CLOCK, READ_MODELS } from '../dependencies.ts';
import { candidatePage, type PersonOrUnit } from './candidate-page.ts';
import { detectorsView } from './detectors-view.ts';
import { unitRates } from './unit-rates.ts';

type AsOf = { readonly asOf?: Instant | undefined };

/** Null when the ledger knows no such officer or unit. */
export class FindCandidates extends Query<CandidatePage | null> {
  constructor(
    readonly whose: PersonOrUnit,
    readonly filter: PageRequest & AsOf,
  ) {
    super();
  }
}
export class FindDetectors extends Query<DetectorsView> {}
/** Null when there is no such unit. */
export class FindRates extends Query<RatesView | null> {
  constructor(
    readonly unit: string,
    readonly filter: AsOf,
  ) {
    super();
  }
}
/** Null when the ledger knows no such officer. */
export class FindDuties extends Query<DutyPage | null> {
  constructor(
    readonly officer: string,
    readonly filter: PageRequest & AsOf,
  ) {
    super();
  }
}

@QueryHandler(FindCandidates)
export class FindCandidatesHandler implements IQueryHandler<FindCandidates> {
  constructor(
    @Inject(READ_MODELS) private readonly readModels: ReadModels,
    @Inject(CLOCK) private readonly clock: Clock,
    private readonly reference: LedgerReference,
  ) {}

  async execute({ whose, filter }: FindCandidates): Promise<CandidatePage | null> {
    const reference = await this.reference.current();
    const { organisation } = reference;
    const known = 'unit' in whose ? organisation.unit(whose.unit) !== null : organisation.knowsOfficer(whose.officer);
    if (!known) return null;
    const asOf = filter.asOf ?? this.clock.now();
    return candidatePage({ queries: this.readModels.queries, reference, asOf, whose }, filter);
  }
}

@QueryHandler(FindDetectors)
export class FindDetectorsHandler implements IQueryHandler<FindDetectors> {
  constructor(
    @Inject(READ_MODELS) private readonly readModels: ReadModels,
    @Inject(CLOCK) private readonly clock: Clock,
    private readonly reference: LedgerReference,
  ) {}

  async execute(): Promise<DetectorsView> {
    const reference = await this.reference.current();
    return detectorsView({ queries: this.readModels.queries, reference, asOf: this.clock.now() });
  }
}

@QueryHandler(FindRates)
export class FindRatesHandler implements IQueryHandler<FindRates> {
  constructor(
    @Inject(READ_MODELS) private readonly readModels: ReadModels,
    @Inject(CLOCK) private readonly clock: Clock,
    private readonly reference: LedgerReference,
  ) {}

  async execute({ unit, filter }: FindRates): Promise<RatesView | null> {
    const record = (await this.reference.current()).organisation.unit(unit);
    if (record === null) return null;
    const named = { id: unit, name: record.name };
    return unitRates(this.readModels.queries, named, filter.asOf ?? this.clock.now());
  }
}

@QueryHandler(FindDuties)
export class FindDutiesHandler implements IQueryHandler<FindDuties> {
  constructor(@Inject(READ_MODELS) private readonly readModels: ReadModels) {}

  execute({ officer, filter }: FindDuties): Promise<DutyPage | null> {
    return this.readModels.queries.duties(officer, filter);
  }
}
