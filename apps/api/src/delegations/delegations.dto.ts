import type { GrantDelegation, RevokeDelegation } from '#domain/organisation/commands.ts';
import { IdField, MomentField, TextField } from '../edge/fields.ts';
import { ActDto, maxOf, type ActMoment } from '../ledger/act.dto.ts';

export class GrantDelegationDto extends ActDto {
  @IdField({ description: 'Mã ủy quyền; để trống thì sổ cái đặt', example: 'uq-0001', optional: true })
  readonly delegationId?: string | null;

  @IdField({ description: 'Đơn vị', example: 'so-noi-vu' })
  readonly unitId!: string;

  @IdField({ description: 'Người ủy quyền', example: 'cb-0001' })
  readonly delegator!: string;

  @IdField({ description: 'Người được ủy quyền', example: 'cb-0002' })
  readonly delegate!: string;

  @TextField({ description: 'Phạm vi', example: 'Ký văn bản trả lời công dân', max: maxOf.text })
  readonly scope!: string;

  @TextField({ description: 'Văn bản ủy quyền', example: '12/GUQ-SNV', max: maxOf.name })
  readonly document!: string;

  @MomentField({ description: 'Có hiệu lực từ', example: '2025-07-01T00:00:00+07:00' })
  readonly validFrom!: string;

  @MomentField({ description: 'Có hiệu lực đến trước', example: '2025-12-31T00:00:00+07:00' })
  readonly validTo!: string;

  toCommand({ at, actor }: ActMoment, delegationId: string): GrantDelegation {
    const { unitId, delegator, delegate, scope, document, validFrom, validTo } = this;
    const granted = { delegationId, unitId, delegator, delegate, scope, document, validFrom, validTo };
    return { type: 'grant-delegation', at, actor, ...granted };
  }
}

export class RevokeDelegationDto extends ActDto {
  @MomentField({ description: 'Thu hồi từ', example: '2025-09-01T00:00:00+07:00' })
  readonly revokedAt!: string;

  @TextField({ description: 'Lý do', example: 'Người được ủy quyền chuyển công tác', max: maxOf.text })
  readonly reason!: string;

  toCommand({ at, actor }: ActMoment, delegationId: string): RevokeDelegation {
    return { type: 'revoke-delegation', at, actor, delegationId, revokedAt: this.revokedAt, reason: this.reason };
  }
}
