import { Body, Controller, Get, Inject, Param, Post, Query, UseInterceptors } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import type { ErasureView, SealedFieldsView } from '#contracts/erasure-views.ts';
import type { Page, Receipt } from '#contracts/views.ts';
import type { Clock } from '#platform/clock.ts';
import type { ReadModels } from '#read-models/read-models.ts';
import { RequiresRole } from '../auth/roles.guard.ts';
import { CLOCK, READ_MODELS } from '../dependencies.ts';
import { EdgeProblem } from '../edge/problem-errors.ts';
import { ActRequest, FromAct } from '../ledger/act-request.ts';
import { Act, MayBeMissing, Question } from '../openapi/describe.ts';
import { PageDto } from '../reading/question.dto.ts';
import { ReadYourWrites } from '../reading/read-your-writes.ts';
import { RecordErasure } from './erase-sealed-fields.ts';
import { EraseSealedFieldsDto } from './erasures.dto.ts';
import { SealedEvents } from './sealed-events.ts';

@ApiTags('Xóa hợp pháp')
@UseInterceptors(ReadYourWrites)
@Controller('v1')
export class ErasuresController {
  constructor(
    private readonly commands: CommandBus,
    private readonly events: SealedEvents,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(READ_MODELS) private readonly readModels: ReadModels,
  ) {}

  @Post('erasures')
  @RequiresRole('custodian')
  @Act(
    {
      vi: 'Xóa hợp pháp nội dung niêm phong của một sự kiện',
      en: 'Erase sealed fields of one event for good. The event, its actor, its times and every proof stay',
    },
    201,
  )
  async erase(@Body() body: EraseSealedFieldsDto, @FromAct() act: ActRequest): Promise<Receipt> {
    const command = body.toCommand({ at: this.clock.now(), actor: act.context.actor });
    const { options } = act.onExisting(command.eventId);
    return act.answer(await this.commands.execute(new RecordErasure(act.context, command, options)));
  }

  @Get('erasures')
  @RequiresRole('reader', 'recorder', 'administrator', 'custodian')
  @Question(
    {
      vi: 'Những lần xóa hợp pháp, mới nhất trước; `cleaning`: đang dọn khung nhìn',
      en: 'Lawful erasures, the newest first; `cleaning`: the views are still being made anew without the text',
    },
    'ErasurePage',
  )
  list(@Query() page: PageDto): Promise<Page<ErasureView>> {
    return this.readModels.queries.erasures(page);
  }

  @Get('events/:id/sealed-fields')
  @RequiresRole('custodian')
  @Question(
    { vi: 'Những nội dung niêm phong của một sự kiện', en: 'Which fields of an event are sealed; never what they say' },
    'SealedFieldsView',
  )
  @MayBeMissing()
  async sealedFields(@Param('id') id: string): Promise<SealedFieldsView> {
    const fields = await this.events.fieldsOf(id.toLowerCase());
    if (fields === null) throw new EdgeProblem('not-found');
    return fields;
  }
}
