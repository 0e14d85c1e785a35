import { Body, Controller, HttpCode, Inject, Param, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import type { Receipt } from '#contracts/views.ts';
import type { SubmissionCommand } from '#domain/submission/commands.ts';
import type { Clock } from '#platform/clock.ts';
import { RequiresRole } from '../auth/roles.guard.ts';
import { CLOCK } from '../dependencies.ts';
import type { ActMoment } from '../ledger/act.dto.ts';
import { ActRequest, FromAct } from '../ledger/act-request.ts';
import { Act } from '../openapi/describe.ts';
import { FailConsensusDto, RecordCoordinationDto, RecordDissentDto, ResolveDissentDto } from './coordination.dto.ts';
import {
  AcceptEscalationDto,
  CheckSubmissionDto,
  ForwardSubmissionDto,
  RefuseEscalationDto,
  ReturnSubmissionDto,
} from './gate.dto.ts';
import {
  IssueApologyDto,
  PassReviewLevelDto,
  RecordObjectionDto,
  RefuseProcessingDto,
  RequestSupplementDto,
} from './handling.dto.ts';
import { RecordDossierAct } from './record-dossier-act.ts';

type ActBody = { readonly occurredAt?: string | null; toCommand(moment: ActMoment): SubmissionCommand };

/** What is done about a dossier on its way to the one who decides; custody moves under the rules of DossierActsController. */
@ApiTags('Hồ sơ: trình, phối hợp, trả lại')
@RequiresRole('recorder')
@Controller('v1/dossiers')
export class SubmissionActsController {
  constructor(
    private readonly commands: CommandBus,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Post(':id/record-coordination')
  @HttpCode(200)
  @Act({ vi: 'Ghi một lần phối hợp', en: 'Record an attempt to agree with other units, and what came of it' })
  coordinate(
    @Param('id') id: string,
    @Body() body: RecordCoordinationDto,
    @FromAct() act: ActRequest,
  ): Promise<Receipt> {
    return this.record(id, body, act);
  }

  @Post(':id/record-dissent')
  @HttpCode(200)
  @Act({
    vi: 'Ghi ý kiến không thống nhất',
    en: 'Record a dissent on main contents, by the dissenting unit or naming it',
  })
  dissent(@Param('id') id: string, @Body() body: RecordDissentDto, @FromAct() act: ActRequest): Promise<Receipt> {
    return this.record(id, body, act);
  }

  @Post(':id/resolve-dissent')
  @HttpCode(200)
  @Act({ vi: 'Thống nhất lại một ý kiến', en: 'Record how a dissent was settled' })
  resolve(@Param('id') id: string, @Body() body: ResolveDissentDto, @FromAct() act: ActRequest): Promise<Receipt> {
    return this.record(id, body, act);
  }

  @Post(':id/fail-consensus')
  @HttpCode(200)
  @Act({
    vi: 'Ghi nhận không thống nhất được',
    en: 'Record that agreeing failed, with the attempts and dissents that show it',
  })
  fail(@Param('id') id: string, @Body() body: FailConsensusDto, @FromAct() act: ActRequest): Promise<Receipt> {
    return this.record(id, body, act);
  }

  @Post(':id/accept-escalation')
  @HttpCode(200)
  @Act({ vi: 'Nhận giải quyết việc được trình lên', en: 'Accept what was submitted or passed on a ground' })
  accept(@Param('id') id: string, @Body() body: AcceptEscalationDto, @FromAct() act: ActRequest): Promise<Receipt> {
    return this.record(id, body, act);
  }

  @Post(':id/refuse-escalation')
  @HttpCode(200)
  @Act({
    vi: 'Từ chối vì thuộc thẩm quyền bên trình',
    en: "Refuse as within the submitter's own authority; the dossier goes back in the same act",
  })
  refuse(@Param('id') id: string, @Body() body: RefuseEscalationDto, @FromAct() act: ActRequest): Promise<Receipt> {
    return this.record(id, body, act);
  }

  @Post(':id/check-submission')
  @HttpCode(200)
  @Act({
    vi: 'Văn phòng kiểm tra hồ sơ trình',
    en: 'The Office checks a submission item by item; open dissents are kept with it',
  })
  check(@Param('id') id: string, @Body() body: CheckSubmissionDto, @FromAct() act: ActRequest): Promise<Receipt> {
    return this.record(id, body, act);
  }

  @Post(':id/return-submission')
  @HttpCode(200)
  @Act({
    vi: 'Văn phòng trả lại hồ sơ trình chưa đạt',
    en: 'The Office returns a submission with its defects, in one act',
  })
  returnDefective(
    @Param('id') id: string,
    @Body() body: ReturnSubmissionDto,
    @FromAct() act: ActRequest,
  ): Promise<Receipt> {
    return this.record(id, body, act);
  }

  @Post(':id/forward-submission')
  @HttpCode(200)
  @Act({ vi: 'Văn phòng trình tiếp', en: 'The Office forwards a submission upward; unmet items go with it as defects' })
  forward(@Param('id') id: string, @Body() body: ForwardSubmissionDto, @FromAct() act: ActRequest): Promise<Receipt> {
    return this.record(id, body, act);
  }

  @Post(':id/pass-review-level')
  @HttpCode(200)
  @Act({ vi: 'Ghi một cấp duyệt văn bản', en: 'Record that a level of review was passed' })
  review(@Param('id') id: string, @Body() body: PassReviewLevelDto, @FromAct() act: ActRequest): Promise<Receipt> {
    return this.record(id, body, act);
  }

  @Post(':id/request-supplement')
  @HttpCode(200)
  @Act({ vi: 'Yêu cầu bổ sung hồ sơ', en: 'Ask the citizen for more papers; requests are counted' })
  supplement(
    @Param('id') id: string,
    @Body() body: RequestSupplementDto,
    @FromAct() act: ActRequest,
  ): Promise<Receipt> {
    return this.record(id, body, act);
  }

  @Post(':id/issue-apology')
  @HttpCode(200)
  @Act({ vi: 'Xin lỗi và hẹn lại ngày trả', en: 'Issue an apology with a new appointment' })
  apologise(@Param('id') id: string, @Body() body: IssueApologyDto, @FromAct() act: ActRequest): Promise<Receipt> {
    return this.record(id, body, act);
  }

  @Post(':id/refuse-processing')
  @HttpCode(200)
  @Act({ vi: 'Ghi việc từ chối xử lý', en: 'Record that the holding side refuses to process' })
  refuseProcessing(
    @Param('id') id: string,
    @Body() body: RefuseProcessingDto,
    @FromAct() act: ActRequest,
  ): Promise<Receipt> {
    return this.record(id, body, act);
  }

  @Post(':id/record-objection')
  @HttpCode(200)
  @Act({ vi: 'Ghi ý kiến khác bằng văn bản', en: 'Record a written objection to an order that was then carried out' })
  object(@Param('id') id: string, @Body() body: RecordObjectionDto, @FromAct() act: ActRequest): Promise<Receipt> {
    return this.record(id, body, act);
  }

  private async record(dossierId: string, body: ActBody, act: ActRequest): Promise<Receipt> {
    const { id, options } = act.onExisting(dossierId);
    const command = body.toCommand({ at: body.occurredAt ?? this.clock.now(), actor: act.context.actor });
    return act.answer(await this.commands.execute(new RecordDossierAct(act.context, id, command, options)));
  }
}
