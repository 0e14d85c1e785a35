import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Receipt } from '#contracts/views.ts';
import type { Instrument } from '#domain/rulebook/events.ts';
import { readInstruments } from '#domain/rulebook/read-instruments.ts';
import { RequiresRole } from '../auth/roles.guard.ts';
import { CaseActs } from '../cases/case-acts.ts';
import { RequestInvalid } from '../edge/problem-errors.ts';
import { ActRequest, FromAct } from '../ledger/act-request.ts';
import type { ActMoment } from '../ledger/act.dto.ts';
import { Act } from '../openapi/describe.ts';
import { productRulebook, productSource } from './product-rulebook.ts';
import { BindInstrumentDto, EndBindingDto, HoldDisseminationDto, PublishRulebookDto } from './rulebook.dto.ts';

/** All versions and bindings stand in one stream, so that they follow one another. */
export const rulebookSubject = 'vn';

const readVersion = async ({ instruments, source }: PublishRulebookDto): Promise<readonly Instrument[]> => {
  const given = instruments ?? null;
  const read =
    given === null
      ? await productRulebook()
      : readInstruments(given.map((value, index) => ({ path: `instruments.${String(index)}`, value })));
  if (!read.ok) throw new RequestInvalid(read.faults);
  if (given !== null && (source ?? null) === null) throw new RequestInvalid([sourceMissing]);
  return read.instruments;
};
const sourceMissing = { path: 'source', message: 'bắt buộc', messageEn: 'is required' };

@ApiTags('Bộ quy tắc')
@RequiresRole('administrator')
@Controller('v1/rulebook')
export class RulebookActsController {
  constructor(private readonly acts: CaseActs) {}

  @Post('versions')
  @Act({ vi: 'Công bố phiên bản bộ quy tắc', en: 'Publish a version of the rulebook; it never judges the past' }, 201)
  async publish(@Body() body: PublishRulebookDto, @FromAct() act: ActRequest): Promise<Receipt> {
    const read = { instruments: await readVersion(body), source: body.source ?? productSource };
    return this.acts.go(
      act,
      told(body, (moment) => body.toCommand(moment, read)),
      'rulebook',
      rulebookSubject,
    );
  }

  @Post('bindings')
  @Act({ vi: 'Áp dụng văn bản cho đơn vị', en: 'Let an instrument bind a unit' }, 201)
  async bind(@Body() body: BindInstrumentDto, @FromAct() act: ActRequest): Promise<Receipt> {
    const { id } = act.onNew(body.bindingId);
    const receipt = await this.acts.go(
      act,
      told(body, (moment) => body.toCommand(moment, id)),
      'rulebook',
      rulebookSubject,
    );
    return { ...receipt, id };
  }

  @Post('bindings/:id/end')
  @HttpCode(200)
  @Act({ vi: 'Kết thúc áp dụng văn bản', en: 'End a binding' })
  async unbind(@Param('id') id: string, @Body() body: EndBindingDto, @FromAct() act: ActRequest): Promise<Receipt> {
    const receipt = await this.acts.go(
      act,
      told(body, (moment) => body.toCommand(moment, id)),
      'rulebook',
      rulebookSubject,
    );
    return { ...receipt, id };
  }
}

@ApiTags('Bộ quy tắc')
@RequiresRole('recorder')
@Controller('v1/rulebook/disseminations')
export class DisseminationsController {
  constructor(private readonly acts: CaseActs) {}

  @Post()
  @Act({ vi: 'Ghi buổi quán triệt văn bản', en: 'Record that an instrument was made known in a unit' }, 201)
  hold(@Body() body: HoldDisseminationDto, @FromAct() act: ActRequest): Promise<Receipt> {
    return this.acts.begin(act, body, 'dissemination', body.disseminationId);
  }
}

/** The body's moment with a command that knows more than the body. */
const told = <C>(body: { readonly occurredAt?: string | null }, toCommand: (moment: ActMoment) => C) => ({
  occurredAt: body.occurredAt ?? null,
  toCommand,
});
