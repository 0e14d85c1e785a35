import { Body, Controller, HttpCode, Param, Post, Put } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import type { Receipt } from '#contracts/views.ts';
import { RequiresRole } from '../auth/roles.guard.ts';
import { ActRequest, FromAct } from '../ledger/act-request.ts';
import { Act, DirectoryChange } from '../openapi/describe.ts';
import { OrganisationActs } from '../organisation/organisation-acts.ts';
import { OfficerNameDto, RegisterOfficerDto } from './officers.dto.ts';
import { NameOfficer } from './officers.handlers.ts';

@ApiTags('Cán bộ')
@RequiresRole('administrator')
@Controller('v1/officers')
export class OfficerActsController {
  constructor(
    private readonly acts: OrganisationActs,
    private readonly commands: CommandBus,
  ) {}

  @Post()
  @Act({ vi: 'Ghi nhận cán bộ', en: 'Register an officer; the name goes to the directory, not to the ledger' }, 201)
  async register(@Body() body: RegisterOfficerDto, @FromAct() act: ActRequest): Promise<Receipt> {
    const { id, options } = act.onNew(body.officerId);
    const receipt = await this.acts.record(act, body, options, (moment) => body.toCommand(moment, id));
    // A crash here leaves an officer without a name; the same request again puts it there.
    if (body.name) await this.commands.execute(new NameOfficer(id, body.name));
    return receipt;
  }

  @Put(':id/name')
  @HttpCode(204)
  @DirectoryChange({ vi: 'Đặt họ tên', en: 'Put the name of an officer into the directory' })
  async name(@Param('id') id: string, @Body() { name }: OfficerNameDto): Promise<void> {
    await this.commands.execute(new NameOfficer(id, name));
  }
}
