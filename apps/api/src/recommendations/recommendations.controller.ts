import { Controller, Get, Param, Query, Res, UseInterceptors } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type { AgencyUnresolved, RecommendationDetail, RecommendationView } from '#contracts/recommendation-views.ts';
import type { Page } from '#contracts/views.ts';
import { RequiresRole } from '../auth/roles.guard.ts';
import { etagOf } from '../edge/if-match.ts';
import { EdgeProblem } from '../edge/problem-errors.ts';
import { MayBeMissing, Question } from '../openapi/describe.ts';
import { QuestionDto } from '../reading/question.dto.ts';
import { ReadYourWrites } from '../reading/read-your-writes.ts';
import { FindRecommendation, FindRecommendations, FindUnresolvedByAgency } from './recommendations.handlers.ts';
import { CentralPendingDto, RecommendationFilterDto } from './recommendations.queries.dto.ts';

@ApiTags('Kiến nghị: tra cứu')
@RequiresRole('reader', 'recorder', 'administrator')
@UseInterceptors(ReadYourWrites)
@Controller('v1/recommendations')
export class RecommendationsController {
  constructor(private readonly queries: QueryBus) {}

  @Get()
  @Question({ vi: 'Tìm kiến nghị', en: 'Find recommendations, newest sent first' }, 'RecommendationPage')
  find(@Query() { unresolved, ...filter }: RecommendationFilterDto): Promise<Page<RecommendationView>> {
    return this.queries.execute(new FindRecommendations({ ...filter, category: unresolved }));
  }

  @Get('unresolved')
  @Question(
    {
      vi: 'Kiến nghị chưa được giải quyết theo cơ quan, bốn loại của Công văn 3239',
      en: 'What is unresolved at each agency, in the four categories of letter 3239; never by person',
    },
    'AgencyUnresolvedList',
  )
  unresolved(@Query() _question: QuestionDto): Promise<readonly AgencyUnresolved[]> {
    return this.queries.execute(new FindUnresolvedByAgency());
  }

  @Get('central-pending')
  @Question(
    { vi: 'Kiến nghị lên Trung ương chưa xong', en: 'Recommendations to the central level not settled yet' },
    'RecommendationPage',
  )
  centralPending(@Query() { unit, ...page }: CentralPendingDto): Promise<Page<RecommendationView>> {
    return this.queries.execute(new FindRecommendations({ ...page, sender: unit, level: 'central', open: true }));
  }

  @Get(':id')
  @Question({ vi: 'Xem một kiến nghị', en: 'One recommendation with its answers and reports' }, 'RecommendationDetail')
  @MayBeMissing()
  async one(
    @Param('id') id: string,
    @Query() _question: QuestionDto,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<RecommendationDetail> {
    const found = await this.queries.execute(new FindRecommendation(id));
    if (found === null) throw new EdgeProblem('not-found');
    reply.header('ETag', etagOf(found.revision));
    return found;
  }
}
