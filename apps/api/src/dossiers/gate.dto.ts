import type {
  AcceptEscalation,
  CheckSubmission,
  ForwardSubmission,
  RefuseEscalation,
  ReturnSubmission,
} from '#domain/submission/commands.ts';
import { FlagField, NestedField, NestedListField, TextField, TextListField } from '../edge/fields.ts';
import { ActDto, BasisDto, basisOf, basisOrNull, maxOf, OptionalBasisDto, type ActMoment } from '../ledger/act.dto.ts';
import { HolderDto, holderOf } from './shared.dto.ts';

const maxItems = 100;
const backTo = {
  description: 'Nơi nhận lại; để trống thì trở về đúng nơi đã trình',
  dto: () => HolderDto,
  optional: true,
};

export class AcceptEscalationDto extends ActDto {
  @TextField({ description: 'Ghi chú', example: 'Vượt hạn mức phân cấp cho sở', max: maxOf.text, optional: true })
  readonly note?: string | null;

  toCommand({ at, actor }: ActMoment): AcceptEscalation {
    return { type: 'accept-escalation', at, actor, note: this.note ?? null };
  }
}

export class RefuseEscalationDto extends ActDto {
  @TextField({ description: 'Lý do từ chối', example: 'Việc thuộc thẩm quyền của sở', max: maxOf.text })
  readonly reason!: string;

  @NestedField({ description: 'Căn cứ', dto: () => BasisDto })
  readonly basis!: BasisDto;

  @NestedField(backTo)
  readonly to?: HolderDto | null;

  toCommand({ at, actor }: ActMoment): RefuseEscalation {
    const to = this.to ? holderOf(this.to) : null;
    return { type: 'refuse-escalation', at, actor, reason: this.reason, basis: basisOf(this.basis), to };
  }
}

export class CheckedItemDto {
  @TextField({ description: 'Mục kiểm tra', example: 'Có ý kiến của các sở liên quan', max: maxOf.name })
  readonly item!: string;

  @FlagField({ description: 'Đạt', example: true })
  readonly met!: boolean;

  @TextField({ description: 'Ghi chú', example: 'Đủ ba văn bản', max: maxOf.text, optional: true })
  readonly note?: string | null;
}

export class CheckSubmissionDto extends ActDto {
  @NestedListField({ description: 'Các mục kiểm tra', dto: () => CheckedItemDto, max: maxItems })
  readonly checklist!: readonly CheckedItemDto[];

  toCommand({ at, actor }: ActMoment): CheckSubmission {
    const checklist = this.checklist.map(({ item, met, note = null }) => ({ item, met, note }));
    return { type: 'check-submission', at, actor, checklist };
  }
}

export class ReturnSubmissionDto extends ActDto {
  @TextListField({
    description: 'Những điểm chưa đạt',
    example: ['Thiếu ý kiến của Sở Tài chính'],
    max: maxItems,
    maxText: maxOf.name,
  })
  readonly defects!: readonly string[];

  @NestedField({ description: 'Căn cứ', dto: () => BasisDto })
  readonly basis!: BasisDto;

  @NestedField(backTo)
  readonly to?: HolderDto | null;

  toCommand({ at, actor }: ActMoment): ReturnSubmission {
    const to = this.to ? holderOf(this.to) : null;
    return { type: 'return-submission', at, actor, defects: this.defects, basis: basisOf(this.basis), to };
  }
}

export class ForwardSubmissionDto extends OptionalBasisDto {
  @NestedField({ description: 'Cấp trên nhận trình', dto: () => HolderDto })
  readonly to!: HolderDto;

  @TextField({ description: 'Nội dung trình', example: 'Kính trình Chủ tịch xem xét', max: maxOf.text })
  readonly proposal!: string;

  toCommand({ at, actor }: ActMoment): ForwardSubmission {
    const { proposal } = this;
    return { type: 'forward-submission', at, actor, to: holderOf(this.to), proposal, basis: basisOrNull(this.basis) };
  }
}
