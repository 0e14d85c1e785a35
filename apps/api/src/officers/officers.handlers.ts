import { Inject } from '@nestjs/common';
import { Command, CommandHandler, Query, QueryHandler, type ICommandHandler, type IQueryHandler } from '@nestjs/cqrs';
import type { OfficerView, Page, Trail } from '#contracts/views.ts';
import type { Instant } from '#domain/kernel/event.ts';
import { LedgerReference } from '#ledger/ledger-reference.ts';
import type { PageRequest } from '#read-models/page/cursor.ts';
import type { ReadModels } from '#read-models/read-models.ts';
import type { TrailFilter } from '#read-models/trail/queries.ts';
import { READ_MODELS } from '../dependencies.ts';
import { EdgeProblem } from '../edge/problem-errors.ts';

/** Puts a name into the directory beside the ledger; no event is recorded. */
export class NameOfficer extends Command<void> {
  constructor(
    readonly officerId: string,
    readonly name: string,
  ) {
    super();
  }
}

export class FindOfficers extends Query<Page<OfficerView>> {
  constructor(readonly filter: PageRequest & { readonly q?: string | undefined }) {
    super();
  }
}

/** Null when the ledger knows no such officer. */
export class FindOfficer extends Query<OfficerView | null> {
  constructor(
    readonly id: string,
    readonly asOf: Instant | undefined,
  ) {
    super();
  }
}

/** Null when the ledger knows no such officer. */
export class FindTrail extends Query<Trail | null> {
  constructor(
    readonly officerId: string,
    readonly filter: TrailFilter,
  ) {
    super();
  }
}

@CommandHandler(NameOfficer)
export class NameOfficerHandler implements ICommandHandler<NameOfficer> {
  constructor(
    @Inject(READ_MODELS) private readonly readModels: ReadModels,
    private readonly reference: LedgerReference,
  ) {}

  async execute({ officerId, name }: NameOfficer): Promise<void> {
    const directory = (await this.reference.current()).organisation;
    if (!directory.knowsOfficer(officerId)) throw new EdgeProblem('not-found');
    await this.readModels.directory.setName(officerId, name);
  }
}

@QueryHandler(FindOfficers)
export class FindOfficersHandler implements IQueryHandler<FindOfficers> {
  constructor(@Inject(READ_MODELS) private readonly readModels: ReadModels) {}

  execute({ filter }: FindOfficers): Promise<Page<OfficerView>> {
    return this.readModels.queries.officers(filter);
  }
}

@QueryHandler(FindOfficer)
export class FindOfficerHandler implements IQueryHandler<FindOfficer> {
  constructor(@Inject(READ_MODELS) private readonly readModels: ReadModels) {}

  execute({ id, asOf }: FindOfficer): Promise<OfficerView | null> {
    return this.readModels.queries.officer(id, { asOf });
  }
}

@QueryHandler(FindTrail)
export class FindTrailHandler implements IQueryHandler<FindTrail> {
  constructor(@Inject(READ_MODELS) private readonly readModels: ReadModels) {}

  execute({ officerId, filter }: FindTrail): Promise<Trail | null> {
    return this.readModels.queries.trail(officerId, filter);
  }
}
