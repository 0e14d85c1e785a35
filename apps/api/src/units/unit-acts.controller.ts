import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Receipt } from '#contracts/views.ts';
import { RequiresRole } from '../auth/roles.guard.ts';
import { ActRequest, FromAct } from '../ledger/act-request.ts';
import { Act } from '../openapi/describe.ts';
import { OrganisationActs } from '../organisation/organisation-acts.ts';
import { AppointDto, DissolveUnitDto, EndAppointmentDto, EstablishUnitDto } from './units.dto.ts';

@ApiTags('Đơn vị')
@RequiresRole('administrator')
@Controller('v1/units')
export class UnitActsController {
  constructor(private readonly acts: OrganisationActs) {}

  @Post()
  @Act({ vi: 'Lập đơn vị', en: 'Establish a unit' }, 201)
  establish(@Body() body: EstablishUnitDto, @FromAct() act: ActRequest): Promise<Receipt> {
    const { id, options } = act.onNew(body.unitId);
    return this.acts.record(act, body, options, (moment) => body.toCommand(moment, id));
  }

  @Post(':id/dissolve')
  @HttpCode(200)
  @Act({
    vi: 'Giải thể, sáp nhập hoặc chia tách',
    en: 'Dissolve: naming one successor for several units is a merger, naming several for one a split',
  })
  dissolve(@Param('id') id: string, @Body() body: DissolveUnitDto, @FromAct() act: ActRequest): Promise<Receipt> {
    const { options } = act.onExisting(id);
    return this.acts.record(act, body, options, (moment) => body.toCommand(moment, id));
  }

  @Post(':id/appointments')
  @Act({ vi: 'Bổ nhiệm', en: 'Appoint an officer in the unit' }, 201)
  appoint(@Param('id') id: string, @Body() body: AppointDto, @FromAct() act: ActRequest): Promise<Receipt> {
    const appointment = act.onNew(body.appointmentId);
    const { options } = act.onExisting(id);
    return this.acts.record(act, body, options, (moment) => body.toCommand(moment, id, appointment.id));
  }

  @Post(':id/appointments/:appointmentId/end')
  @HttpCode(200)
  @Act({ vi: 'Thôi giữ chức vụ', en: 'End an appointment' })
  end(
    @Param('id') id: string,
    @Param('appointmentId') appointmentId: string,
    @Body() body: EndAppointmentDto,
    @FromAct() act: ActRequest,
  ): Promise<Receipt> {
    const { options } = act.onExisting(id);
    return this.acts.record(act, body, options, (moment) => body.toCommand(moment, id, appointmentId));
  }
}
