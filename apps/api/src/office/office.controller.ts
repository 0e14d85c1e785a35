import { Controller, Get, Param, Query, UseInterceptors } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import type { OfficeRecordKind, OfficeRecordView, StepView } from '#contracts/office-views.ts';
import type { Page } from '#contracts/views.ts';
import { RequiresRole } from '../auth/roles.guard.ts';
import { EdgeProblem } from '../edge/problem-errors.ts';
import { MayBeMissing, Question } from '../openapi/describe.ts';
import { QuestionDto } from '../reading/question.dto.ts';
import { ReadYourWrites } from '../reading/read-your-writes.ts';
import { FindOfficeRecord, FindOfficeRecords, FindSteps } from './office.handlers.ts';
import { OfficeFilterDto, StepsDto } from './office.queries.dto.ts';

@ApiTags('Nền nếp cơ quan: tra cứu')
@RequiresRole('reader', 'recorder', 'administrator')
@UseInterceptors(ReadYourWrites)
@Controller('v1/office')
export class OfficeController {
  constructor(private readonly queries: QueryBus) {}

  @Get('steps')
  @Question(
    {
      vi: 'Khâu nào do ai chịu trách nhiệm, khâu nào chưa có người',
      en: 'Who answers for each step of the unit at a moment; a step without a person counts for the head, never for staff',
    },
    'StepList',
  )
  steps(@Query() question: StepsDto): Promise<readonly StepView[]> {
    return this.queries.execute(new FindSteps(question));
  }

  @Get('records/:id')
  @Question({ vi: 'Xem một bản ghi', en: 'One record with what was answered to it' }, 'OfficeRecordView')
  @MayBeMissing()
  async one(@Param('id') id: string, @Query() _question: QuestionDto): Promise<OfficeRecordView> {
    const found = await this.queries.execute(new FindOfficeRecord(id));
    if (found === null) throw new EdgeProblem('not-found');
    return found;
  }

  @Get('obstacles')
  @Question({ vi: 'Khó khăn, vướng mắc', en: 'Obstacles, with `open` those not answered' }, 'OfficeRecordPage')
  obstacles(@Query() filter: OfficeFilterDto): Promise<Page<OfficeRecordView>> {
    return this.#find('obstacle', filter);
  }

  @Get('procedures')
  @Question({ vi: 'Quy trình của đơn vị', en: 'Procedures as units laid them down' }, 'OfficeRecordPage')
  procedures(@Query() filter: OfficeFilterDto): Promise<Page<OfficeRecordView>> {
    return this.#find('procedure', filter);
  }

  @Get('regulations')
  @Question(
    {
      vi: 'Rà soát quy chế, quy trình',
      en: 'Reviews of regulations, steps before and after; of units, never of persons',
    },
    'OfficeRecordPage',
  )
  regulations(@Query() filter: OfficeFilterDto): Promise<Page<OfficeRecordView>> {
    return this.#find('regulation', filter);
  }

  @Get('backlog-reviews')
  @Question({ vi: 'Rà soát việc tồn đọng', en: 'Reviews of the backlog' }, 'OfficeRecordPage')
  backlogReviews(@Query() filter: OfficeFilterDto): Promise<Page<OfficeRecordView>> {
    return this.#find('backlog-review', filter);
  }

  @Get('assignments')
  @Question({ vi: 'Điều động, phân công', en: 'Assignments with acceptance or refusal' }, 'OfficeRecordPage')
  assignments(@Query() filter: OfficeFilterDto): Promise<Page<OfficeRecordView>> {
    return this.#find('assignment', filter);
  }

  @Get('leaves')
  @Question({ vi: 'Việc nghỉ', en: 'Leaves' }, 'OfficeRecordPage')
  leaves(@Query() filter: OfficeFilterDto): Promise<Page<OfficeRecordView>> {
    return this.#find('leave', filter);
  }

  @Get('reasons')
  @Question({ vi: 'Lý do được nêu', en: 'Reasons claimed and what was decided' }, 'OfficeRecordPage')
  reasons(@Query() filter: OfficeFilterDto): Promise<Page<OfficeRecordView>> {
    return this.#find('reason', filter);
  }

  @Get('findings')
  @Question({ vi: 'Kết luận về hành vi', en: 'Findings on conduct with their written source' }, 'OfficeRecordPage')
  findings(@Query() filter: OfficeFilterDto): Promise<Page<OfficeRecordView>> {
    return this.#find('finding', filter);
  }

  @Get('reports')
  @Question({ vi: 'Báo cáo', en: 'Reports of what is overdue, and periodic ones' }, 'OfficeRecordPage')
  reports(@Query() filter: OfficeFilterDto): Promise<Page<OfficeRecordView>> {
    return this.#find('report', filter);
  }

  @Get('reviews')
  @Question({ vi: 'Đề xuất xem xét trách nhiệm', en: 'Reviews proposed, seconded and decided' }, 'OfficeRecordPage')
  reviews(@Query() filter: OfficeFilterDto): Promise<Page<OfficeRecordView>> {
    return this.#find('review', filter);
  }

  #find(kind: OfficeRecordKind, filter: OfficeFilterDto): Promise<Page<OfficeRecordView>> {
    return this.queries.execute(new FindOfficeRecords({ ...filter, kind }));
  }
}
