import { Inject } from '@nestjs/common';
import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import type { Page, UnitView } from '#contracts/views.ts';
import type { Instant } from '#domain/kernel/event.ts';
import type { UnitFilter } from '#read-models/organisation/queries.ts';
import type { ReadModels } from '#read-models/read-models.ts';
import { READ_MODELS } from '../dependencies.ts';

export class FindUnits extends Query<Page<UnitView>> {
  constructor(readonly filter: UnitFilter) {
    super();
  }
}

/** Null when there is no such unit. */
export class FindUnit extends Query<UnitView | null> {
  constructor(
    readonly id: string,
    readonly at: Instant | undefined,
  ) {
    super();
  }
}

@QueryHandler(FindUnits)
export class FindUnitsHandler implements IQueryHandler<FindUnits> {
  constructor(@Inject(READ_MODELS) private readonly readModels: ReadModels) {}

  execute({ filter }: FindUnits): Promise<Page<UnitView>> {
    return this.readModels.queries.units(filter);
  }
}

@QueryHandler(FindUnit)
export class FindUnitHandler implements IQueryHandler<FindUnit> {
  constructor(@Inject(READ_MODELS) private readonly readModels: ReadModels) {}

  execute({ id, at }: FindUnit): Promise<UnitView | null> {
    return this.readModels.queries.unit(id, { at });
  }
}
