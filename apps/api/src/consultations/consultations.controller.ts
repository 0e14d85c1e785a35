import { Controller, Get, Param, Query, Res, UseInterceptors } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type {
  ConsultationDetail,
  ConsultationSummary,
  DeemedConsent,
  Responsiveness,
} from '#contracts/consultation-views.ts';
import type { Page } from '#contracts/views.ts';
import { RequiresRole } from '../auth/roles.guard.ts';
import { etagOf } from '../edge/if-match.ts';
import { EdgeProblem } from '../edge/problem-errors.ts';
import { MayBeMissing, Question } from '../openapi/describe.ts';
import { QuestionDto } from '../reading/question.dto.ts';
import { ReadYourWrites } from '../reading/read-your-writes.ts';
import {
  FindConsultation,
  FindConsultations,
  FindDeemedConsents,
  FindResponsiveness,
} from './consultations.handlers.ts';
import { ConsultationFilterDto, DeemedConsentFilterDto, ResponsivenessFilterDto } from './consultations.queries.dto.ts';

@ApiTags('Xin ý kiến: tra cứu')
@RequiresRole('reader', 'recorder', 'administrator')
@UseInterceptors(ReadYourWrites)
@Controller('v1')
export class ConsultationsController {
  constructor(private readonly queries: QueryBus) {}

  @Get('consultations')
  @Question(
    {
      vi: 'Tìm việc xin ý kiến',
      en: 'Find requests for opinions, newest first; waiting on a body, overdue, by dossier',
    },
    'ConsultationPage',
  )
  find(@Query() filter: ConsultationFilterDto): Promise<Page<ConsultationSummary>> {
    return this.queries.execute(new FindConsultations(filter));
  }

  @Get('consultations/deemed')
  @Question(
    {
      vi: 'Các trường hợp đồng ý do hết hạn',
      en: 'Deemed consents with rule, versions, evidence and who answers for them; voided ones are shown as such',
    },
    'DeemedConsentPage',
  )
  deemed(@Query() filter: DeemedConsentFilterDto): Promise<Page<DeemedConsent>> {
    return this.queries.execute(new FindDeemedConsents(filter));
  }

  @Get('consultations/:id')
  @Question(
    {
      vi: 'Xem một việc xin ý kiến',
      en: 'One request with every answer, late ones too, and all that was said about it',
    },
    'ConsultationDetail',
  )
  @MayBeMissing()
  async one(
    @Param('id') id: string,
    @Query() _question: QuestionDto,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ConsultationDetail> {
    const found = await this.queries.execute(new FindConsultation(id));
    if (found === null) throw new EdgeProblem('not-found');
    reply.header('ETag', etagOf(found.revision));
    return found;
  }

  @Get('responsiveness')
  @Question(
    {
      vi: 'Mức độ phản hồi giữa các cơ quan, không theo cá nhân',
      en: 'How organisations answer each other, pair by pair, with intervals; never a figure of a person',
    },
    'ResponsivenessList',
  )
  responsiveness(@Query() { requester, responder }: ResponsivenessFilterDto): Promise<readonly Responsiveness[]> {
    return this.queries.execute(new FindResponsiveness({ requester, responder }));
  }
}
