import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Receipt } from '#contracts/views.ts';
import { RequiresRole } from '../auth/roles.guard.ts';
import { CaseActs } from '../cases/case-acts.ts';
import { ActRequest, FromAct } from '../ledger/act-request.ts';
import { Act } from '../openapi/describe.ts';
import {
  AnswerRecommendationDto,
  ConfirmRecommendationDeliveryDto,
  SendRecommendationDto,
  SettleRecommendationDto,
  SubmitToCommitteeDto,
} from './recommendation-acts.dto.ts';
import { ContestReportDto, JudgeReportDto, ReportUnresolvedDto, ReportUpDto } from './recommendation-reports.dto.ts';

@ApiTags('Kiến nghị: ghi việc')
@RequiresRole('recorder')
@Controller('v1/recommendations')
export class RecommendationActsController {
  constructor(private readonly acts: CaseActs) {}

  @Post()
  @Act({ vi: 'Gửi kiến nghị', en: 'Send a recommendation to an agency, or to the central level with its ground' }, 201)
  sendIt(@Body() body: SendRecommendationDto, @FromAct() act: ActRequest): Promise<Receipt> {
    return this.acts.begin(act, body, 'recommendation', body.recommendationId);
  }

  @Post(':id/confirm-delivery')
  @HttpCode(200)
  @Act({ vi: 'Đăng ký đến', en: 'Register the receipt; limits in working time count from here' })
  confirm(
    @Param('id') id: string,
    @Body() body: ConfirmRecommendationDeliveryDto,
    @FromAct() act: ActRequest,
  ): Promise<Receipt> {
    return this.acts.go(act, body, 'recommendation', id);
  }

  @Post(':id/answer')
  @HttpCode(200)
  @Act({ vi: 'Trả lời', en: 'Answer, with or without a stance; an answer after the limit is marked late' })
  answer(@Param('id') id: string, @Body() body: AnswerRecommendationDto, @FromAct() act: ActRequest): Promise<Receipt> {
    return this.acts.go(act, body, 'recommendation', id);
  }

  @Post(':id/submit-to-committee')
  @HttpCode(200)
  @Act({ vi: 'Trình Ủy ban nhân dân', en: 'Submit a matter of the committee to it' })
  submit(@Param('id') id: string, @Body() body: SubmitToCommitteeDto, @FromAct() act: ActRequest): Promise<Receipt> {
    return this.acts.go(act, body, 'recommendation', id);
  }

  @Post(':id/report-unresolved')
  @HttpCode(200)
  @Act({ vi: 'Báo cáo chưa được giải quyết', en: 'Report it unresolved, in one of the categories of letter 3239' })
  report(@Param('id') id: string, @Body() body: ReportUnresolvedDto, @FromAct() act: ActRequest): Promise<Receipt> {
    return this.acts.go(act, body, 'recommendation', id);
  }

  @Post(':id/contest-report')
  @HttpCode(200)
  @Act({ vi: 'Có ý kiến về báo cáo', en: 'The agency contests a report about it' })
  contest(@Param('id') id: string, @Body() body: ContestReportDto, @FromAct() act: ActRequest): Promise<Receipt> {
    return this.acts.go(act, body, 'recommendation', id);
  }

  @Post(':id/judge-report')
  @HttpCode(200)
  @Act({ vi: 'Kết luận về báo cáo', en: 'The unit reported to confirms a report or sets it aside' })
  judge(@Param('id') id: string, @Body() body: JudgeReportDto, @FromAct() act: ActRequest): Promise<Receipt> {
    return this.acts.go(act, body, 'recommendation', id);
  }

  @Post(':id/report-up')
  @HttpCode(200)
  @Act({ vi: 'Báo cáo lên trên', en: 'Report what is unsettled to the committee, or by it to the Prime Minister' })
  reportUp(@Param('id') id: string, @Body() body: ReportUpDto, @FromAct() act: ActRequest): Promise<Receipt> {
    return this.acts.go(act, body, 'recommendation', id);
  }

  @Post(':id/settle')
  @HttpCode(200)
  @Act({ vi: 'Ghi đã giải quyết xong', en: 'Record that the matter is settled' })
  settle(@Param('id') id: string, @Body() body: SettleRecommendationDto, @FromAct() act: ActRequest): Promise<Receipt> {
    return this.acts.go(act, body, 'recommendation', id);
  }
}
