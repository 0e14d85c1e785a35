import { Inject } from '@nestjs/common';
import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import type { DirectiveDetail, DirectiveSummary } from '#contracts/task-views.ts';
import type { Page } from '#contracts/views.ts';
import { LedgerReference } from '#ledger/ledger-reference.ts';
import type { DirectiveFilter } from '#read-models/directive/queries.ts';
import type { ReadModels } from '#read-models/read-models.ts';
import { READ_MODELS } from '../dependencies.ts';

export class FindDirectives extends Query<Page<DirectiveSummary>> {
  constructor(readonly filter: DirectiveFilter) {
    super();
  }
}

/** Null when there is no such directive. */
export class FindDirective extends Query<DirectiveDetail | null> {
  constructor(readonly id: string) {
    super();
  }
}

@QueryHandler(FindDirectives)
export class FindDirectivesHandler implements IQueryHandler<FindDirectives> {
  constructor(
    @Inject(READ_MODELS) private readonly readModels: ReadModels,
    private readonly reference: LedgerReference,
  ) {}

  async execute({ filter }: FindDirectives): Promise<Page<DirectiveSummary>> {
    return this.readModels.queries.directives(await this.reference.current(), filter);
  }
}

@QueryHandler(FindDirective)
export class FindDirectiveHandler implements IQueryHandler<FindDirective> {
  constructor(
    @Inject(READ_MODELS) private readonly readModels: ReadModels,
    private readonly reference: LedgerReference,
  ) {}

  async execute({ id }: FindDirective): Promise<DirectiveDetail | null> {
    return this.readModels.queries.directive(id, await this.reference.current());
  }
}
