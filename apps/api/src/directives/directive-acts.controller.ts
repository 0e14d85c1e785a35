import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Receipt } from '#contracts/views.ts';
import { RequiresRole } from '../auth/roles.guard.ts';
import { CaseActs } from '../cases/case-acts.ts';
import { CaseStates } from '../cases/case-states.ts';
import { ActRefused } from '../edge/problem-errors.ts';
import { ActRequest, FromAct } from '../ledger/act-request.ts';
import { Act } from '../openapi/describe.ts';
import { ConfirmDirectiveReceiptDto, IssueDirectiveDto } from './directives.dto.ts';

@ApiTags('Văn bản chỉ đạo: ghi việc')
@RequiresRole('recorder')
@Controller('v1/directives')
export class DirectiveActsController {
  constructor(
    private readonly acts: CaseActs,
    private readonly states: CaseStates,
  ) {}

  @Post()
  @Act({ vi: 'Ban hành văn bản chỉ đạo', en: 'Issue a directive; only who is to execute it has a duty' }, 201)
  async issue(@Body() body: IssueDirectiveDto, @FromAct() act: ActRequest): Promise<Receipt> {
    const { reissueOf = null } = body;
    // An earlier directive that the ledger does not have would be a memory of nothing (R76).
    if (reissueOf !== null && reissueOf !== body.directiveId) {
      const earlier = await this.states.of('directive', reissueOf);
      if (earlier.status === 'none') throw new ActRefused('case.unknown', { id: reissueOf });
    }
    return this.acts.begin(act, body, 'directive', body.directiveId);
  }

  @Post(':id/confirm-receipt')
  @HttpCode(200)
  @Act({ vi: 'Xác nhận văn bản đến', en: 'A recipient registers it and confirms, the same day it came in' })
  confirm(
    @Param('id') id: string,
    @Body() body: ConfirmDirectiveReceiptDto,
    @FromAct() act: ActRequest,
  ): Promise<Receipt> {
    return this.acts.go(act, body, 'directive', id);
  }
}
