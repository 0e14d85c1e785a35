import { Body, Controller, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Receipt } from '#contracts/views.ts';
import { RequiresRole } from '../auth/roles.guard.ts';
import { ActRequest, FromAct } from '../ledger/act-request.ts';
import { Act } from '../openapi/describe.ts';
import { OrganisationActs } from '../organisation/organisation-acts.ts';
import { RegisterAccountDto } from './accounts.dto.ts';

@ApiTags('Tài khoản')
@RequiresRole('administrator')
@Controller('v1/accounts')
export class AccountsController {
  constructor(private readonly acts: OrganisationActs) {}

  @Post()
  @Act({ vi: 'Ghi nhận tài khoản không phải người', en: 'Register an account that is no person' }, 201)
  register(@Body() body: RegisterAccountDto, @FromAct() act: ActRequest): Promise<Receipt> {
    const { id, options } = act.onNew(body.accountId);
    return this.acts.record(act, body, options, (moment) => body.toCommand(moment, id));
  }
}
