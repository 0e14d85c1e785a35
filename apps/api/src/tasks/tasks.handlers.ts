import { Inject } from '@nestjs/common';
import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import type { CommitmentView, OverdueAgeing, Programme, TaskDetail, TaskSummary } from '#contracts/task-views.ts';
import type { Page } from '#contracts/views.ts';
import { vietnamDayOf } from '#domain/time/instant.ts';
import { LedgerReference } from '#ledger/ledger-reference.ts';
import type { Clock } from '#platform/clock.ts';
import type { ReadModels } from '#read-models/read-models.ts';
import type { CommitmentFilter, TaskFilter } from '#read-models/task/queries.ts';
import { CLOCK, READ_MODELS } from '../dependencies.ts';

export class FindTasks extends Query<Page<TaskSummary>> {
  constructor(readonly filter: TaskFilter) {
    super();
  }
}

/** Null when there is no such task. */
export class FindTask extends Query<TaskDetail | null> {
  constructor(readonly id: string) {
    super();
  }
}

export class FindAgeing extends Query<OverdueAgeing> {
  constructor(readonly unit: string | undefined) {
    super();
  }
}

export class FindCommitments extends Query<Page<CommitmentView>> {
  constructor(readonly filter: CommitmentFilter) {
    super();
  }
}

export class FindProgramme extends Query<Programme> {
  constructor(
    readonly year: number | undefined,
    readonly unit: string | undefined,
  ) {
    super();
  }
}

@QueryHandler(FindTasks)
export class FindTasksHandler implements IQueryHandler<FindTasks> {
  constructor(@Inject(READ_MODELS) private readonly readModels: ReadModels) {}

  execute({ filter }: FindTasks): Promise<Page<TaskSummary>> {
    return this.readModels.queries.tasks(filter);
  }
}

@QueryHandler(FindTask)
export class FindTaskHandler implements IQueryHandler<FindTask> {
  constructor(
    @Inject(READ_MODELS) private readonly readModels: ReadModels,
    private readonly reference: LedgerReference,
  ) {}

  async execute({ id }: FindTask): Promise<TaskDetail | null> {
    return this.readModels.queries.task(id, await this.reference.current());
  }
}

@QueryHandler(FindAgeing)
export class FindAgeingHandler implements IQueryHandler<FindAgeing> {
  constructor(
    @Inject(READ_MODELS) private readonly readModels: ReadModels,
    private readonly reference: LedgerReference,
  ) {}

  async execute({ unit }: FindAgeing): Promise<OverdueAgeing> {
    return this.readModels.queries.ageing(await this.reference.current(), { unit });
  }
}

@QueryHandler(FindCommitments)
export class FindCommitmentsHandler implements IQueryHandler<FindCommitments> {
  constructor(@Inject(READ_MODELS) private readonly readModels: ReadModels) {}

  execute({ filter }: FindCommitments): Promise<Page<CommitmentView>> {
    return this.readModels.queries.commitments(filter);
  }
}

@QueryHandler(FindProgramme)
export class FindProgrammeHandler implements IQueryHandler<FindProgramme> {
  constructor(
    @Inject(READ_MODELS) private readonly readModels: ReadModels,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  execute({ year, unit }: FindProgramme): Promise<Programme> {
    const thisYear = Number(vietnamDayOf(this.clock.now()).slice(0, 4));
    return this.readModels.queries.programme({ year: year ?? thisYear, unit });
  }
}
