import { Controller, Get, Param, Query, Res, UseInterceptors } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type { DirectiveDetail, DirectiveSummary } from '#contracts/task-views.ts';
import type { Page } from '#contracts/views.ts';
import { RequiresRole } from '../auth/roles.guard.ts';
import { etagOf } from '../edge/if-match.ts';
import { EdgeProblem } from '../edge/problem-errors.ts';
import { MayBeMissing, Question } from '../openapi/describe.ts';
import { QuestionDto } from '../reading/question.dto.ts';
import { ReadYourWrites } from '../reading/read-your-writes.ts';
import { DirectiveFilterDto } from './directives.dto.ts';
import { FindDirective, FindDirectives } from './directives.handlers.ts';

@ApiTags('Văn bản chỉ đạo: tra cứu')
@RequiresRole('reader', 'recorder', 'administrator')
@UseInterceptors(ReadYourWrites)
@Controller('v1/directives')
export class DirectivesController {
  constructor(private readonly queries: QueryBus) {}

  @Get()
  @Question({ vi: 'Tìm văn bản chỉ đạo', en: 'Find directives, the newest first' }, 'DirectivePage')
  find(@Query() filter: DirectiveFilterDto): Promise<Page<DirectiveSummary>> {
    return this.queries.execute(new FindDirectives(filter));
  }

  @Get(':id')
  @Question(
    { vi: 'Xem một văn bản chỉ đạo', en: 'One directive: recipients, receipt, tasks, and what became of them' },
    'DirectiveDetail',
  )
  @MayBeMissing()
  async one(
    @Param('id') id: string,
    @Query() _question: QuestionDto,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<DirectiveDetail> {
    const directive = await this.queries.execute(new FindDirective(id));
    if (directive === null) throw new EdgeProblem('not-found');
    reply.header('ETag', etagOf(directive.revision));
    return directive;
  }
}
