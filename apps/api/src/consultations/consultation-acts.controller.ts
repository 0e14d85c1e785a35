import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Receipt } from '#contracts/views.ts';
import type { LaterCommand } from '#domain/consultation/commands.ts';
import { RequiresRole } from '../auth/roles.guard.ts';
import { CaseActs } from '../cases/case-acts.ts';
import type { ActMoment } from '../ledger/act.dto.ts';
import { ActRequest, FromAct } from '../ledger/act-request.ts';
import { Act } from '../openapi/describe.ts';
import { AssignDrafterDto, ConfirmRequestDeliveryDto, GiveAnswerDto, ReturnRequestDto } from './answer.dto.ts';
import {
  AssessQualityDto,
  ContestAssessmentDto,
  MarkUnrelatedDto,
  RemindAddresseeDto,
  SettleAssessmentDto,
  VoidDeemedConsentDto,
} from './judgement.dto.ts';
import { ExtendTermDto, ReaddressRequestDto, RequestOpinionsDto, WithdrawRequestDto } from './request.dto.ts';

type ActBody = { readonly occurredAt?: string | null; toCommand(moment: ActMoment, id: string): LaterCommand };

@ApiTags('Xin ý kiến: ghi việc')
@RequiresRole('recorder')
@Controller('v1/consultations')
export class ConsultationActsController {
  constructor(private readonly acts: CaseActs) {}

  @Post()
  @Act({ vi: 'Xin ý kiến', en: 'Ask one or several bodies for their opinion, with questions and deadline' }, 201)
  request(@Body() body: RequestOpinionsDto, @FromAct() act: ActRequest): Promise<Receipt> {
    return this.acts.begin(act, body, 'consultation', body.consultationId);
  }

  @Post(':id/confirm-delivery')
  @HttpCode(200)
  @Act({
    vi: 'Xác nhận đã nhận và đăng ký văn bản xin ý kiến',
    en: 'Confirm that the request was delivered and registered; before that nobody owes an answer',
  })
  confirmDelivery(
    @Param('id') id: string,
    @Body() body: ConfirmRequestDeliveryDto,
    @FromAct() act: ActRequest,
  ): Promise<Receipt> {
    return this.record(id, body, act);
  }

  @Post(':id/assign-drafter')
  @HttpCode(200)
  @Act({ vi: 'Giao người soạn văn bản trả lời', en: 'Name who drafts the answer' })
  assignDrafter(@Param('id') id: string, @Body() body: AssignDrafterDto, @FromAct() act: ActRequest): Promise<Receipt> {
    return this.record(id, body, act);
  }

  @Post(':id/answer')
  @HttpCode(200)
  @Act({
    vi: 'Trả lời từng nội dung được xin ý kiến',
    en: 'Answer question by question; an answer after the deadline is kept and undoes nothing',
  })
  answer(@Param('id') id: string, @Body() body: GiveAnswerDto, @FromAct() act: ActRequest): Promise<Receipt> {
    return this.record(id, body, act);
  }

  @Post(':id/return')
  @HttpCode(200)
  @Act({
    vi: 'Trả lại vì không thuộc chức năng',
    en: 'Return the request as not in function, with reason, basis and the right body',
  })
  return(@Param('id') id: string, @Body() body: ReturnRequestDto, @FromAct() act: ActRequest): Promise<Receipt> {
    return this.record(id, body, act);
  }

  @Post(':id/extend')
  @HttpCode(200)
  @Act({ vi: 'Gia hạn trả lời', en: 'Extend the term of one body, before its deadline' })
  extend(@Param('id') id: string, @Body() body: ExtendTermDto, @FromAct() act: ActRequest): Promise<Receipt> {
    return this.record(id, body, act);
  }

  @Post(':id/withdraw')
  @HttpCode(200)
  @Act({ vi: 'Rút văn bản xin ý kiến', en: 'Withdraw the request from one body, or from all that have not answered' })
  withdraw(@Param('id') id: string, @Body() body: WithdrawRequestDto, @FromAct() act: ActRequest): Promise<Receipt> {
    return this.record(id, body, act);
  }

  @Post(':id/readdress')
  @HttpCode(200)
  @Act({
    vi: 'Gửi cho đơn vị kế thừa',
    en: 'Send the request to a unit that took over from a dissolved one; the term runs anew',
  })
  readdress(@Param('id') id: string, @Body() body: ReaddressRequestDto, @FromAct() act: ActRequest): Promise<Receipt> {
    return this.record(id, body, act);
  }

  @Post(':id/void-deemed-consent')
  @HttpCode(200)
  @Act({ vi: 'Hủy việc đồng ý do hết hạn', en: 'Void a deemed consent with ground and reason; the history stays' })
  voidDeemedConsent(
    @Param('id') id: string,
    @Body() body: VoidDeemedConsentDto,
    @FromAct() act: ActRequest,
  ): Promise<Receipt> {
    return this.record(id, body, act);
  }

  @Post(':id/remind')
  @HttpCode(200)
  @Act({ vi: 'Đôn đốc trả lời', en: 'Remind a body that has not answered' })
  remind(@Param('id') id: string, @Body() body: RemindAddresseeDto, @FromAct() act: ActRequest): Promise<Receipt> {
    return this.record(id, body, act);
  }

  @Post(':id/mark-unrelated')
  @HttpCode(200)
  @Act({ vi: 'Ghi nhận cơ quan không liên quan', en: 'Find that a body was asked needlessly' })
  markUnrelated(@Param('id') id: string, @Body() body: MarkUnrelatedDto, @FromAct() act: ActRequest): Promise<Receipt> {
    return this.record(id, body, act);
  }

  @Post(':id/assess-quality')
  @HttpCode(200)
  @Act({ vi: 'Đánh giá chất lượng ý kiến', en: 'Assess an opinion by name, with the sentence it rests on' })
  assessQuality(@Param('id') id: string, @Body() body: AssessQualityDto, @FromAct() act: ActRequest): Promise<Receipt> {
    return this.record(id, body, act);
  }

  @Post(':id/contest-assessment')
  @HttpCode(200)
  @Act({ vi: 'Phản hồi đánh giá', en: 'Contest an assessment, by the body assessed' })
  contestAssessment(
    @Param('id') id: string,
    @Body() body: ContestAssessmentDto,
    @FromAct() act: ActRequest,
  ): Promise<Receipt> {
    return this.record(id, body, act);
  }

  @Post(':id/settle-assessment')
  @HttpCode(200)
  @Act({ vi: 'Kết luận đánh giá', en: 'Settle an assessment, by somebody above both sides' })
  settleAssessment(
    @Param('id') id: string,
    @Body() body: SettleAssessmentDto,
    @FromAct() act: ActRequest,
  ): Promise<Receipt> {
    return this.record(id, body, act);
  }

  private record(id: string, body: ActBody, act: ActRequest): Promise<Receipt> {
    return this.acts.go(act, body, 'consultation', id);
  }
}
