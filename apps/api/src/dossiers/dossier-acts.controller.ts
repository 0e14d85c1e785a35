import { Body, Controller, HttpCode, Inject, Param, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import type { Receipt } from '#contracts/views.ts';
import type { DossierStreamCommand } from '#domain/submission/commands.ts';
import type { Clock } from '#platform/clock.ts';
import { RequiresRole } from '../auth/roles.guard.ts';
import { CLOCK } from '../dependencies.ts';
import type { ActMoment } from '../ledger/act.dto.ts';
import { ActRequest, FromAct } from '../ledger/act-request.ts';
import { Act } from '../openapi/describe.ts';
import {
  AssignDossierDto,
  ConfirmReceiptDto,
  HandOffDossierDto,
  PerformStepDto,
  ReturnDossierDto,
  SubmitDossierDto,
} from './acts.dto.ts';
import {
  ArchiveDossierDto,
  CompleteDossierDto,
  CorrectDossierDto,
  DecideDossierDto,
  ReopenDossierDto,
} from './closing.dto.ts';
import { RecordDossierAct } from './record-dossier-act.ts';
import { RegisterDossierDto } from './register.dto.ts';

type ActBody = { readonly occurredAt?: string | null; toCommand(moment: ActMoment): DossierStreamCommand };

@ApiTags('Hồ sơ: ghi việc')
@RequiresRole('recorder')
@Controller('v1/dossiers')
export class DossierActsController {
  constructor(
    private readonly commands: CommandBus,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Post()
  @Act({ vi: 'Tiếp nhận hồ sơ', en: 'Register a dossier with its first holder' }, 201)
  async register(@Body() body: RegisterDossierDto, @FromAct() act: ActRequest): Promise<Receipt> {
    const { id, options } = act.onNew(body.dossierId);
    const command = body.toCommand(this.moment(body, act), id);
    return act.answer(await this.commands.execute(new RecordDossierAct(act.context, id, command, options)));
  }

  @Post(':id/assign')
  @HttpCode(200)
  @Act({ vi: 'Phân công', en: 'Name lead unit, coordinators and the responsible person; custody stays' })
  assign(@Param('id') id: string, @Body() body: AssignDossierDto, @FromAct() act: ActRequest): Promise<Receipt> {
    return this.record(id, body, act);
  }

  @Post(':id/hand-off')
  @HttpCode(200)
  @Act({ vi: 'Chuyển hồ sơ', en: 'Hand the dossier to another holder' })
  handOff(@Param('id') id: string, @Body() body: HandOffDossierDto, @FromAct() act: ActRequest): Promise<Receipt> {
    return this.record(id, body, act);
  }

  @Post(':id/confirm-receipt')
  @HttpCode(200)
  @Act({ vi: 'Xác nhận đã nhận', en: 'Confirm receipt; custody moved at the handoff already' })
  confirm(@Param('id') id: string, @Body() body: ConfirmReceiptDto, @FromAct() act: ActRequest): Promise<Receipt> {
    return this.record(id, body, act);
  }

  @Post(':id/return')
  @HttpCode(200)
  @Act({ vi: 'Trả lại hồ sơ', en: 'Return the dossier with reason, basis and the right unit' })
  return(@Param('id') id: string, @Body() body: ReturnDossierDto, @FromAct() act: ActRequest): Promise<Receipt> {
    return this.record(id, body, act);
  }

  @Post(':id/perform-step')
  @HttpCode(200)
  @Act({ vi: 'Ghi một bước đã làm', en: 'Record a step that was performed' })
  perform(@Param('id') id: string, @Body() body: PerformStepDto, @FromAct() act: ActRequest): Promise<Receipt> {
    return this.record(id, body, act);
  }

  @Post(':id/submit')
  @HttpCode(200)
  @Act({ vi: 'Trình cấp trên', en: 'Submit the dossier upward with a proposal' })
  submit(@Param('id') id: string, @Body() body: SubmitDossierDto, @FromAct() act: ActRequest): Promise<Receipt> {
    return this.record(id, body, act);
  }

  @Post(':id/decide')
  @HttpCode(200)
  @Act({ vi: 'Quyết định', en: 'Decide: approve, reject or ask for amendment' })
  decide(@Param('id') id: string, @Body() body: DecideDossierDto, @FromAct() act: ActRequest): Promise<Receipt> {
    return this.record(id, body, act);
  }

  @Post(':id/complete')
  @HttpCode(200)
  @Act({ vi: 'Hoàn thành', en: 'Complete the dossier with its product' })
  complete(@Param('id') id: string, @Body() body: CompleteDossierDto, @FromAct() act: ActRequest): Promise<Receipt> {
    return this.record(id, body, act);
  }

  @Post(':id/correct')
  @HttpCode(200)
  @Act({ vi: 'Đính chính', en: 'Correct a wrong entry by a new one; the first stays readable' })
  correct(@Param('id') id: string, @Body() body: CorrectDossierDto, @FromAct() act: ActRequest): Promise<Receipt> {
    return this.record(id, body, act);
  }

  @Post(':id/reopen')
  @HttpCode(200)
  @Act({ vi: 'Mở lại', en: 'Reopen a completed or archived dossier' })
  reopen(@Param('id') id: string, @Body() body: ReopenDossierDto, @FromAct() act: ActRequest): Promise<Receipt> {
    return this.record(id, body, act);
  }

  @Post(':id/archive')
  @HttpCode(200)
  @Act({ vi: 'Lưu trữ', en: 'Archive a completed dossier' })
  archive(@Param('id') id: string, @Body() body: ArchiveDossierDto, @FromAct() act: ActRequest): Promise<Receipt> {
    return this.record(id, body, act);
  }

  private moment({ occurredAt }: { readonly occurredAt?: string | null }, act: ActRequest): ActMoment {
    return { at: occurredAt ?? this.clock.now(), actor: act.context.actor };
  }

  private async record(dossierId: string, body: ActBody, act: ActRequest): Promise<Receipt> {
    const { id, options } = act.onExisting(dossierId);
    const command = body.toCommand(this.moment(body, act));
    return act.answer(await this.commands.execute(new RecordDossierAct(act.context, id, command, options)));
  }
}
