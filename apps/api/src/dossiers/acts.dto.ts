import type { AssignDossier, ConfirmReceipt, PerformStep, ReturnDossier } from '#domain/dossier/commands.ts';
import type { Party } from '#domain/kernel/event.ts';
import type { EscalatingMove } from '#domain/submission/commands.ts';
import { IdField, IdListField, MomentField, NestedField, PartyField, TextField } from '../edge/fields.ts';
import { ActDto, BasisDto, basisOf, basisOrNull, maxOf, OptionalBasisDto, type ActMoment } from '../ledger/act.dto.ts';
import { groundOf, StatedGroundDto } from './ground.dto.ts';
import { HolderDto, holderOf } from './shared.dto.ts';

export class AssignDossierDto extends OptionalBasisDto {
  @IdField({ description: 'Đơn vị chủ trì', example: 'phong-quy-hoach', optional: true })
  readonly leadUnit?: string | null;

  @IdListField({ description: 'Đơn vị phối hợp', example: ['phong-tai-chinh'], max: 50, optional: true })
  readonly coordinators?: readonly string[] | null;

  @PartyField({ description: 'Người chịu trách nhiệm cho bước này', example: { kind: 'officer', id: 'cb-0001' } })
  readonly responsible!: Party;

  @TextField({ description: 'Bước', example: 'Thẩm định', max: maxOf.name, optional: true })
  readonly step?: string | null;

  @MomentField({ description: 'Hạn của bước', example: '2025-07-10T17:00:00+07:00', optional: true })
  readonly dueAt?: string | null;

  toCommand({ at, actor }: ActMoment): AssignDossier {
    return {
      type: 'assign',
      at,
      actor,
      leadUnit: this.leadUnit ?? null,
      coordinators: this.coordinators ?? [],
      responsible: this.responsible,
      step: this.step ?? null,
      dueAt: this.dueAt ?? null,
      basis: basisOrNull(this.basis),
    };
  }
}

export class HandOffDossierDto extends OptionalBasisDto {
  @NestedField({ description: 'Nơi nhận', dto: () => HolderDto })
  readonly to!: HolderDto;

  @TextField({ description: 'Lý do', example: 'Chuyển xử lý theo chức năng', max: maxOf.text, optional: true })
  readonly reason?: string | null;

  @MomentField({ description: 'Hạn xử lý tại nơi nhận', example: '2025-07-10T17:00:00+07:00', optional: true })
  readonly dueAt?: string | null;

  @NestedField({
    description: 'Căn cứ chuyển việc của mình, khi quy định đòi phải nêu',
    dto: () => StatedGroundDto,
    optional: true,
    example: null,
  })
  readonly ground?: StatedGroundDto | null;

  toCommand({ at, actor }: ActMoment): EscalatingMove {
    return {
      type: 'hand-off',
      at,
      actor,
      to: holderOf(this.to),
      reason: this.reason ?? null,
      basis: basisOrNull(this.basis),
      dueAt: this.dueAt ?? null,
      ground: groundOf(this.ground),
    };
  }
}

export class ConfirmReceiptDto extends ActDto {
  @TextField({ description: 'Số đến', example: '456', max: maxOf.symbol, optional: true })
  readonly arrivalNumber?: string | null;

  toCommand({ at, actor }: ActMoment): ConfirmReceipt {
    return { type: 'confirm-receipt', at, actor, arrivalNumber: this.arrivalNumber ?? null };
  }
}

export class ReturnDossierDto extends ActDto {
  @NestedField({ description: 'Nơi nhận lại', dto: () => HolderDto })
  readonly to!: HolderDto;

  @TextField({ description: 'Lý do trả lại', example: 'Không thuộc chức năng, nhiệm vụ', max: maxOf.text })
  readonly reason!: string;

  @NestedField({ description: 'Căn cứ trả lại', dto: () => BasisDto })
  readonly basis!: BasisDto;

  @IdField({ description: 'Đơn vị có đúng chức năng', example: 'phong-tai-chinh', optional: true })
  readonly rightUnit?: string | null;

  toCommand({ at, actor }: ActMoment): ReturnDossier {
    return {
      type: 'return',
      at,
      actor,
      to: holderOf(this.to),
      reason: this.reason,
      basis: basisOf(this.basis),
      rightUnit: this.rightUnit ?? null,
    };
  }
}

export class PerformStepDto extends ActDto {
  @TextField({ description: 'Bước đã làm', example: 'Thẩm định thực địa', max: maxOf.name })
  readonly step!: string;

  @NestedField({ description: 'Người làm; mặc định là người ghi', dto: () => HolderDto, optional: true })
  readonly performer?: HolderDto | null;

  @TextField({ description: 'Ghi chú', example: 'Đủ thành phần', max: maxOf.text, optional: true })
  readonly note?: string | null;

  toCommand({ at, actor }: ActMoment): PerformStep {
    const performer = this.performer ? holderOf(this.performer) : { party: actor.party, unit: actor.unit };
    return { type: 'perform-step', at, actor, step: this.step, performer, note: this.note ?? null };
  }
}

export class SubmitDossierDto extends OptionalBasisDto {
  @NestedField({ description: 'Cấp trên nhận trình', dto: () => HolderDto })
  readonly to!: HolderDto;

  @TextField({ description: 'Nội dung đề xuất', example: 'Đề nghị phê duyệt', max: maxOf.text })
  readonly proposal!: string;

  @NestedField({
    description: 'Căn cứ trình lên, khi quy định đòi phải nêu',
    dto: () => StatedGroundDto,
    optional: true,
    example: null,
  })
  readonly ground?: StatedGroundDto | null;

  toCommand({ at, actor }: ActMoment): EscalatingMove {
    return {
      type: 'submit',
      at,
      actor,
      to: holderOf(this.to),
      proposal: this.proposal,
      basis: basisOrNull(this.basis),
      ground: groundOf(this.ground),
    };
  }
}
