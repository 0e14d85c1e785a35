import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Receipt } from '#contracts/views.ts';
import { RequiresRole } from '../auth/roles.guard.ts';
import { ActRequest, FromAct } from '../ledger/act-request.ts';
import { Act } from '../openapi/describe.ts';
import { OrganisationActs } from '../organisation/organisation-acts.ts';
import { GrantDelegationDto, RevokeDelegationDto } from './delegations.dto.ts';

@ApiTags('Ủy quyền')
@RequiresRole('administrator')
@Controller('v1/delegations')
export class DelegationsController {
  constructor(private readonly acts: OrganisationActs) {}

  @Post()
  @Act({ vi: 'Ủy quyền bằng văn bản', en: 'Grant a delegation: in writing, limited in time and scope' }, 201)
  grant(@Body() body: GrantDelegationDto, @FromAct() act: ActRequest): Promise<Receipt> {
    const { id, options } = act.onNew(body.delegationId);
    return this.acts.record(act, body, options, (moment) => body.toCommand(moment, id));
  }

  @Post(':id/revoke')
  @HttpCode(200)
  @Act({ vi: 'Thu hồi ủy quyền', en: 'Revoke a delegation' })
  revoke(@Param('id') id: string, @Body() body: RevokeDelegationDto, @FromAct() act: ActRequest): Promise<Receipt> {
    const { options } = act.onExisting(id);
    return this.acts.record(act, body, options, (moment) => body.toCommand(moment, id));
  }
}
