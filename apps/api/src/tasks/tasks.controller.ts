import { Controller, Get, Param, Query, Res, UseInterceptors } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type { CommitmentView, OverdueAgeing, Programme, TaskDetail, TaskSummary } from '#contracts/task-views.ts';
import type { Page } from '#contracts/views.ts';
import { RequiresRole } from '../auth/roles.guard.ts';
import { etagOf } from '../edge/if-match.ts';
import { EdgeProblem } from '../edge/problem-errors.ts';
import { MayBeMissing, Question } from '../openapi/describe.ts';
import { QuestionDto } from '../reading/question.dto.ts';
import { ReadYourWrites } from '../reading/read-your-writes.ts';
import { FindAgeing, FindCommitments, FindProgramme, FindTask, FindTasks } from './tasks.handlers.ts';
import { AgeingDto, CommitmentFilterDto, ProgrammeDto, TaskFilterDto } from './tasks.queries.dto.ts';

@ApiTags('Nhiệm vụ: tra cứu')
@RequiresRole('reader', 'recorder', 'administrator')
@UseInterceptors(ReadYourWrites)
@Controller('v1')
export class TasksController {
  constructor(private readonly queries: QueryBus) {}

  @Get('tasks')
  @Question({ vi: 'Tìm nhiệm vụ', en: 'Find tasks, the earliest deadline first' }, 'TaskPage')
  find(@Query() filter: TaskFilterDto): Promise<Page<TaskSummary>> {
    return this.queries.execute(new FindTasks(filter));
  }

  @Get('tasks/overdue')
  @Question(
    { vi: 'Quá hạn, tồn đọng bao lâu', en: 'What is overdue and for how many working days, by body' },
    'OverdueAgeing',
  )
  overdue(@Query() { unit }: AgeingDto): Promise<OverdueAgeing> {
    return this.queries.execute(new FindAgeing(unit));
  }

  @Get('tasks/:id')
  @Question(
    { vi: 'Xem một nhiệm vụ', en: 'One task: original deadline, extensions, promises, reminders, progress' },
    'TaskDetail',
  )
  @MayBeMissing()
  async one(
    @Param('id') id: string,
    @Query() _question: QuestionDto,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<TaskDetail> {
    const task = await this.queries.execute(new FindTask(id));
    if (task === null) throw new EdgeProblem('not-found');
    reply.header('ETag', etagOf(task.revision));
    return task;
  }

  @Get('commitments')
  @Question({ vi: 'Cam kết mốc thời gian', en: 'Milestones promised with extensions: kept or not' }, 'CommitmentPage')
  commitments(@Query() filter: CommitmentFilterDto): Promise<Page<CommitmentView>> {
    return this.queries.execute(new FindCommitments(filter));
  }

  @Get('programme')
  @Question(
    {
      vi: 'Thực hiện chương trình công tác',
      en: 'How much of a work programme each lead delivered, of how many items',
    },
    'Programme',
  )
  programme(@Query() { year, unit }: ProgrammeDto): Promise<Programme> {
    return this.queries.execute(new FindProgramme(year, unit));
  }
}
