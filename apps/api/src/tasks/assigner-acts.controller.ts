import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Receipt } from '#contracts/views.ts';
import { executorsOf } from '#domain/directive/rules/someone-executes.ts';
import type { DirectiveSeen } from '#domain/task/commands.ts';
import { RequiresRole } from '../auth/roles.guard.ts';
import { CaseActs } from '../cases/case-acts.ts';
import { CaseStates } from '../cases/case-states.ts';
import { ActRefused } from '../edge/problem-errors.ts';
import type { ActMoment } from '../ledger/act.dto.ts';
import { ActRequest, FromAct } from '../ledger/act-request.ts';
import { Act } from '../openapi/describe.ts';
import { AssignTaskDto } from './assign.dto.ts';
import {
  AcceptProductDto,
  GrantExtensionDto,
  GrantWithdrawalDto,
  MarkPriorityDto,
  RefuseExtensionDto,
  RefuseWithdrawalDto,
  RemindTaskDto,
  ReopenTaskDto,
  SendBackProductDto,
} from './assigner-acts.dto.ts';

@ApiTags('Nhiệm vụ: nơi giao')
@RequiresRole('recorder')
@Controller('v1/tasks')
export class AssignerActsController {
  constructor(
    private readonly acts: CaseActs,
    private readonly states: CaseStates,
  ) {}

  @Post()
  @Act({ vi: 'Giao nhiệm vụ', en: 'Assign a task with lead, named responsible person, product and deadline' }, 201)
  async assign(@Body() body: AssignTaskDto, @FromAct() act: ActRequest): Promise<Receipt> {
    const directive = await this.directiveIn(body);
    const assignment = {
      occurredAt: body.occurredAt ?? null,
      toCommand: (moment: ActMoment, id: string) => body.toCommand(moment, id, directive),
    };
    return this.acts.begin(act, assignment, 'task', body.taskId);
  }

  @Post(':id/remind')
  @HttpCode(200)
  @Act({ vi: 'Đôn đốc', en: 'Remind; kept for ever' })
  remind(@Param('id') id: string, @Body() body: RemindTaskDto, @FromAct() act: ActRequest): Promise<Receipt> {
    return this.acts.go(act, body, 'task', id);
  }

  @Post(':id/mark-priority')
  @HttpCode(200)
  @Act({ vi: 'Đặt mức ưu tiên', en: 'Mark as key, as clearing a backlog, or as normal' })
  mark(@Param('id') id: string, @Body() body: MarkPriorityDto, @FromAct() act: ActRequest): Promise<Receipt> {
    return this.acts.go(act, body, 'task', id);
  }

  @Post(':id/grant-extension')
  @HttpCode(200)
  @Act({ vi: 'Cho gia hạn', en: 'Grant the extension asked for; the original deadline stays' })
  grantExtension(
    @Param('id') id: string,
    @Body() body: GrantExtensionDto,
    @FromAct() act: ActRequest,
  ): Promise<Receipt> {
    return this.acts.go(act, body, 'task', id);
  }

  @Post(':id/refuse-extension')
  @HttpCode(200)
  @Act({ vi: 'Không cho gia hạn', en: 'Refuse the extension asked for' })
  refuseExtension(
    @Param('id') id: string,
    @Body() body: RefuseExtensionDto,
    @FromAct() act: ActRequest,
  ): Promise<Receipt> {
    return this.acts.go(act, body, 'task', id);
  }

  @Post(':id/grant-withdrawal')
  @HttpCode(200)
  @Act({ vi: 'Cho rút nhiệm vụ', en: 'Grant the withdrawal asked for' })
  grantWithdrawal(
    @Param('id') id: string,
    @Body() body: GrantWithdrawalDto,
    @FromAct() act: ActRequest,
  ): Promise<Receipt> {
    return this.acts.go(act, body, 'task', id);
  }

  @Post(':id/refuse-withdrawal')
  @HttpCode(200)
  @Act({ vi: 'Không cho rút nhiệm vụ', en: 'Refuse the withdrawal asked for' })
  refuseWithdrawal(
    @Param('id') id: string,
    @Body() body: RefuseWithdrawalDto,
    @FromAct() act: ActRequest,
  ): Promise<Receipt> {
    return this.acts.go(act, body, 'task', id);
  }

  @Post(':id/accept-product')
  @HttpCode(200)
  @Act({ vi: 'Nghiệm thu sản phẩm', en: 'Accept the product: the task is done, in time when it was submitted in time' })
  acceptProduct(@Param('id') id: string, @Body() body: AcceptProductDto, @FromAct() act: ActRequest): Promise<Receipt> {
    return this.acts.go(act, body, 'task', id);
  }

  @Post(':id/send-back-product')
  @HttpCode(200)
  @Act({
    vi: 'Trả lại sản phẩm',
    en: 'Send the product back with its defects; with a new deadline once the old one has passed',
  })
  sendBack(@Param('id') id: string, @Body() body: SendBackProductDto, @FromAct() act: ActRequest): Promise<Receipt> {
    return this.acts.go(act, body, 'task', id);
  }

  @Post(':id/reopen')
  @HttpCode(200)
  @Act({ vi: 'Mở lại nhiệm vụ', en: 'Reopen a task that was done: not finished for good' })
  reopen(@Param('id') id: string, @Body() body: ReopenTaskDto, @FromAct() act: ActRequest): Promise<Receipt> {
    return this.acts.go(act, body, 'task', id);
  }

  /** Which units the directive named lays a duty on, by what is durable now. Throws ActRefused when there is none. */
  private async directiveIn({ directiveId }: AssignTaskDto): Promise<DirectiveSeen | null> {
    if (directiveId === null || directiveId === undefined) return null;
    const directive = await this.states.of('directive', directiveId);
    if (directive.status === 'none') throw new ActRefused('case.unknown', { id: directiveId });
    return { directiveId, executes: executorsOf(directive) };
  }
}
