import type { AssignAuthority, EndAuthority } from '#domain/authority/commands.ts';
import { powers, type Power } from '#domain/authority/events.ts';
import { AsOfField, ChoiceField, IdField, MomentField, NestedField, TextField } from '../edge/fields.ts';
import { ActDto, BasisDto, basisOf, maxOf, type ActMoment } from '../ledger/act.dto.ts';
import { PageDto } from '../reading/question.dto.ts';

export class AssignAuthorityDto extends ActDto {
  @IdField({ description: 'Mã thẩm quyền; để trống thì sổ cái đặt', example: 'tq-0001', optional: true })
  readonly authorityId?: string | null;

  @IdField({ description: 'Loại việc (loại hồ sơ)', example: 'land-allocation' })
  readonly matterKind!: string;

  @IdField({ description: 'Đơn vị', example: 'so-noi-vu' })
  readonly unitId!: string;

  @ChoiceField({
    description: 'decide: được quyết định; advise: đúng chức năng, được hỏi và xử lý',
    example: 'decide',
    among: powers,
  })
  readonly power!: Power;

  @MomentField({ description: 'Có hiệu lực từ', example: '2025-07-01T00:00:00+07:00' })
  readonly validFrom!: string;

  @MomentField({ description: 'Có hiệu lực đến trước; để trống: chưa định', example: null, optional: true })
  readonly validTo?: string | null;

  @NestedField({ description: 'Căn cứ', dto: () => BasisDto })
  readonly basis!: BasisDto;

  toCommand({ at, actor }: ActMoment, authorityId: string): AssignAuthority {
    const { matterKind, unitId, power, validFrom } = this;
    const cell = { authorityId, matterKind, unitId, power, validFrom, validTo: this.validTo ?? null };
    return { type: 'assign-authority', at, actor, ...cell, basis: basisOf(this.basis) };
  }
}

export class EndAuthorityDto extends ActDto {
  @MomentField({ description: 'Hết thẩm quyền từ', example: '2025-12-31T00:00:00+07:00' })
  readonly validTo!: string;

  @TextField({ description: 'Lý do', example: 'Phân cấp cho UBND cấp xã', max: maxOf.text })
  readonly reason!: string;

  toCommand({ at, actor }: ActMoment, authorityId: string): EndAuthority {
    return { type: 'end-authority', at, actor, authorityId, validTo: this.validTo, reason: this.reason };
  }
}

const atNotes = {
  description: 'Thời điểm, hoặc ngày yyyy-MM-dd (đến hết ngày đó, giờ Việt Nam); mặc định là bây giờ',
  example: '2025-07-31',
  optional: 'absent',
} as const;

export class DelegationFilterDto extends PageDto {
  @IdField({ description: 'Đơn vị', example: 'so-noi-vu', optional: 'absent' })
  readonly unit?: string;

  @AsOfField(atNotes)
  readonly at?: string;
}

export class AuthorityFilterDto extends DelegationFilterDto {
  @TextField({ description: 'Loại việc', example: 'land-allocation', max: maxOf.name, optional: 'absent' })
  readonly matter?: string;
}
