import type {
  BindInstrument,
  HoldDissemination,
  PublishRulebook,
  UnbindInstrument,
} from '#domain/rulebook/commands.ts';
import type { Instrument } from '#domain/rulebook/events.ts';
import { AsOfField, FlagField, IdField, IdListField, MomentField, TextField } from '../edge/fields.ts';
import { ObjectListField } from '../edge/object-list-field.ts';
import { ActDto, maxOf, type ActMoment } from '../ledger/act.dto.ts';
import { PageDto, QuestionDto } from '../reading/question.dto.ts';

const writtenInstrument = {
  id: 'cv-15-2025-son-ha',
  kind: 'công văn',
  number: '15',
  symbol: 'UBND-VP',
  issuer: 'UBND tỉnh Sơn Hà',
  issuedOn: '2025-06-20',
  title: 'Chấn chỉnh trách nhiệm trong xử lý công việc',
  territory: 'Sở, ban, ngành của tỉnh Sơn Hà',
  validFrom: '2025-07-01',
  validTo: null,
  replaces: [],
  cites: [],
  certainty: 'V',
  clauses: [{ clause: '§1', duties: { R06: { returnWorkingDays: 1 }, R13: {} } }],
};

export class PublishRulebookDto extends ActDto {
  @MomentField({
    description: 'Có hiệu lực từ; để trống: ngay bây giờ. Chỉ phiên bản đầu được có hiệu lực từ trước.',
    example: '2099-01-01T00:00:00+07:00',
    optional: true,
  })
  readonly effectiveFrom?: string | null;

  @ObjectListField({
    description: 'Toàn bộ văn bản của phiên bản; để trống: bộ quy tắc kèm theo sản phẩm',
    example: [writtenInstrument],
    max: 500,
    optional: true,
  })
  readonly instruments?: readonly object[] | null;

  @TextField({
    description: 'Nguồn, căn cứ của phiên bản; để trống: của bộ kèm theo sản phẩm',
    example: 'Tờ trình 12/TTr-VP',
    max: maxOf.text,
    optional: true,
  })
  readonly source?: string | null;

  toCommand({ at, actor }: ActMoment, read: { instruments: readonly Instrument[]; source: string }): PublishRulebook {
    return { type: 'publish-rulebook', at, actor, effectiveFrom: this.effectiveFrom ?? null, ...read };
  }
}

export class BindInstrumentDto extends ActDto {
  @IdField({ description: 'Mã áp dụng; để trống thì sổ cái đặt', example: 'ad-0001', optional: true })
  readonly bindingId?: string | null;

  @IdField({ description: 'Văn bản', example: 'kon-tum-2024' })
  readonly instrumentId!: string;

  @IdField({ description: 'Đơn vị', example: 'so-noi-vu' })
  readonly unitId!: string;

  @FlagField({ description: 'Áp dụng cả các đơn vị cấp dưới', example: true })
  readonly withSubordinates!: boolean;

  @MomentField({ description: 'Áp dụng từ', example: '2025-07-01T00:00:00+07:00' })
  readonly from!: string;

  @MomentField({ description: 'Áp dụng đến trước; để trống: chưa định', example: null, optional: true })
  readonly to?: string | null;

  toCommand({ at, actor }: ActMoment, bindingId: string): BindInstrument {
    const { instrumentId, unitId, withSubordinates, from } = this;
    const said = { bindingId, instrumentId, unitId, withSubordinates, from, to: this.to ?? null };
    return { type: 'bind-instrument', at, actor, ...said };
  }
}

export class EndBindingDto extends ActDto {
  @MomentField({
    description: 'Hết áp dụng từ; bằng lúc bắt đầu thì coi như chưa từng áp dụng',
    example: '2025-12-31T00:00:00+07:00',
  })
  readonly to!: string;

  @TextField({ description: 'Lý do', example: 'Văn bản đã được thay thế', max: maxOf.text })
  readonly reason!: string;

  toCommand({ at, actor }: ActMoment, bindingId: string): UnbindInstrument {
    return { type: 'unbind-instrument', at, actor, bindingId, to: this.to, reason: this.reason };
  }
}

export class HoldDisseminationDto extends ActDto {
  @IdField({ description: 'Mã buổi quán triệt; để trống thì sổ cái đặt', example: 'qt-0001', optional: true })
  readonly disseminationId?: string | null;

  @IdField({ description: 'Văn bản', example: 'kon-tum-2024' })
  readonly instrumentId!: string;

  @IdField({ description: 'Đơn vị được quán triệt', example: 'so-noi-vu' })
  readonly unitId!: string;

  @MomentField({ description: 'Tổ chức lúc', example: '2025-07-02T08:00:00+07:00' })
  readonly heldAt!: string;

  @IdListField({
    description: 'Cán bộ dự; để trống: mọi người của đơn vị hôm đó',
    example: ['cb-0001'],
    max: 2000,
    optional: true,
  })
  readonly attendees?: readonly string[] | null;

  @TextField({ description: 'Biên bản', example: 'BB-07/SNV', max: maxOf.name, optional: true })
  readonly document?: string | null;

  toCommand({ at, actor }: ActMoment, disseminationId: string): HoldDissemination {
    const { instrumentId, unitId, heldAt } = this;
    const said = { disseminationId, instrumentId, unitId, heldAt };
    const told = { attendees: this.attendees ?? [], document: this.document ?? null };
    return { type: 'hold-dissemination', at, actor, ...said, ...told };
  }
}

const atNotes = {
  description: 'Thời điểm, hoặc ngày yyyy-MM-dd (đến hết ngày đó, giờ Việt Nam); mặc định là bây giờ',
  example: '2025-07-31',
  optional: 'absent',
} as const;

export class RulesAtDto extends QuestionDto {
  @IdField({ description: 'Đơn vị; mặc định là đơn vị của người hỏi', example: 'so-noi-vu', optional: 'absent' })
  readonly unit?: string;

  @AsOfField(atNotes)
  readonly at?: string;
}

export class InstrumentsAtDto extends QuestionDto {
  @AsOfField(atNotes)
  readonly at?: string;
}

export class BindingFilterDto extends PageDto {
  @IdField({ description: 'Đơn vị', example: 'so-noi-vu', optional: 'absent' })
  readonly unit?: string;

  @IdField({ description: 'Văn bản', example: 'kon-tum-2024', optional: 'absent' })
  readonly instrument?: string;
}

export class CoverageDto extends InstrumentsAtDto {
  @IdField({ description: 'Chỉ văn bản này', example: 'kon-tum-2024', optional: 'absent' })
  readonly instrument?: string;
}
