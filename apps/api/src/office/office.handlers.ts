import { Inject } from '@nestjs/common';
import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import type { OfficeRecordView, StepView } from '#contracts/office-views.ts';
import type { Page } from '#contracts/views.ts';
import type { OfficeFilter } from '#read-models/office/queries.ts';
import type { StepsQuestion } from '#read-models/office/steps.ts';
import type { ReadModels } from '#read-models/read-models.ts';
import { READ_MODELS } from '../dependencies.ts';

export class FindOfficeRecords extends Query<Page<OfficeRecordView>> {
  constructor(readonly filter: OfficeFilter) {
    super();
  }
}
/** Null when there is none. */
export class FindOfficeRecord extends Query<OfficeRecordView | null> {
  constructor(readonly id: string) {
    super();
  }
}
export class FindSteps extends Query<readonly StepView[]> {
  constructor(readonly question: StepsQuestion) {
    super();
  }
}

@QueryHandler(FindOfficeRecords)
export class FindOfficeRecordsHandler implements IQueryHandler<FindOfficeRecords> {
  constructor(@Inject(READ_MODELS) private readonly readModels: ReadModels) {}

  execute({ filter }: FindOfficeRecords): Promise<Page<OfficeRecordView>> {
    return this.readModels.queries.officeRecords(filter);
  }
}

@QueryHandler(FindOfficeRecord)
export class FindOfficeRecordHandler implements IQueryHandler<FindOfficeRecord> {
  constructor(@Inject(READ_MODELS) private readonly readModels: ReadModels) {}

  execute({ id }: FindOfficeRecord): Promise<OfficeRecordView | null> {
    return this.readModels.queries.officeRecord(id);
  }
}

@QueryHandler(FindSteps)
export class FindStepsHandler implements IQueryHandler<FindSteps> {
  constructor(@Inject(READ_MODELS) private readonly readModels: ReadModels) {}

  execute({ question }: FindSteps): Promise<readonly StepView[]> {
    return this.readModels.queries.steps(question);
  }
}
