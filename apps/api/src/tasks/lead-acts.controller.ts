import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Receipt } from '#contracts/views.ts';
import { RequiresRole } from '../auth/roles.guard.ts';
import { CaseActs } from '../cases/case-acts.ts';
import { ActRequest, FromAct } from '../ledger/act-request.ts';
import { Act } from '../openapi/describe.ts';
import {
  AcceptTaskDto,
  RefuseTaskDto,
  ReportProgressDto,
  RequestExtensionDto,
  RequestWithdrawalDto,
  SubmitProductDto,
} from './lead-acts.dto.ts';

@ApiTags('Nhiệm vụ: đơn vị chủ trì')
@RequiresRole('recorder')
@Controller('v1/tasks')
export class LeadActsController {
  constructor(private readonly acts: CaseActs) {}

  @Post(':id/accept')
  @HttpCode(200)
  @Act({ vi: 'Nhận nhiệm vụ', en: 'The lead takes the task' })
  accept(@Param('id') id: string, @Body() body: AcceptTaskDto, @FromAct() act: ActRequest): Promise<Receipt> {
    return this.acts.go(act, body, 'task', id);
  }

  @Post(':id/refuse')
  @HttpCode(200)
  @Act({ vi: 'Không nhận nhiệm vụ', en: 'The lead refuses the task, with its reason; the deadline runs on' })
  refuse(@Param('id') id: string, @Body() body: RefuseTaskDto, @FromAct() act: ActRequest): Promise<Receipt> {
    return this.acts.go(act, body, 'task', id);
  }

  @Post(':id/report-progress')
  @HttpCode(200)
  @Act({ vi: 'Báo cáo tiến độ', en: 'Report progress and obstacles' })
  report(@Param('id') id: string, @Body() body: ReportProgressDto, @FromAct() act: ActRequest): Promise<Receipt> {
    return this.acts.go(act, body, 'task', id);
  }

  @Post(':id/request-extension')
  @HttpCode(200)
  @Act({ vi: 'Đề nghị gia hạn', en: 'Ask for more time, before the deadline, with reason and a committed milestone' })
  requestExtension(
    @Param('id') id: string,
    @Body() body: RequestExtensionDto,
    @FromAct() act: ActRequest,
  ): Promise<Receipt> {
    return this.acts.go(act, body, 'task', id);
  }

  @Post(':id/request-withdrawal')
  @HttpCode(200)
  @Act({
    vi: 'Đề nghị rút nhiệm vụ',
    en: 'Ask to be let off, before the deadline, with reason and a committed milestone',
  })
  requestWithdrawal(
    @Param('id') id: string,
    @Body() body: RequestWithdrawalDto,
    @FromAct() act: ActRequest,
  ): Promise<Receipt> {
    return this.acts.go(act, body, 'task', id);
  }

  @Post(':id/submit-product')
  @HttpCode(200)
  @Act({ vi: 'Nộp sản phẩm', en: 'Submit the product; from now on it lies with the assigner' })
  submit(@Param('id') id: string, @Body() body: SubmitProductDto, @FromAct() act: ActRequest): Promise<Receipt> {
    return this.acts.go(act, body, 'task', id);
  }
}
