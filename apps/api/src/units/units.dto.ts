import type { Appoint, DissolveUnit, EndAppointment, EstablishUnit } from '#domain/organisation/commands.ts';
import { appointmentRoles, unitKinds, type AppointmentRole, type UnitKind } from '#domain/organisation/events.ts';
import { ChoiceField, IdField, IdListField, MomentField, NestedField, TextField } from '../edge/fields.ts';
import { ActDto, BasisDto, basisOf, basisOrNull, maxOf, OptionalBasisDto, type ActMoment } from '../ledger/act.dto.ts';

export class EstablishUnitDto extends OptionalBasisDto {
  @IdField({ description: 'Mã đơn vị; để trống thì sổ cái đặt', example: 'so-noi-vu', optional: true })
  readonly unitId?: string | null;

  @TextField({ description: 'Tên đơn vị', example: 'Sở Nội vụ', max: maxOf.name })
  readonly name!: string;

  @ChoiceField({ description: 'Loại đơn vị', example: 'department', among: unitKinds })
  readonly unitKind!: UnitKind;

  @IdField({ description: 'Đơn vị cấp trên', optional: true })
  readonly parent?: string | null;

  @MomentField({ description: 'Có hiệu lực từ', example: '2025-07-01T00:00:00+07:00' })
  readonly validFrom!: string;

  toCommand({ at, actor }: ActMoment, unitId: string): EstablishUnit {
    return {
      type: 'establish-unit',
      at,
      actor,
      unitId,
      name: this.name,
      unitKind: this.unitKind,
      parent: this.parent ?? null,
      validFrom: this.validFrom,
      basis: basisOrNull(this.basis),
    };
  }
}

export class DissolveUnitDto extends ActDto {
  @MomentField({ description: 'Chấm dứt từ', example: '2025-07-01T00:00:00+07:00' })
  readonly validTo!: string;

  @IdListField({ description: 'Đơn vị kế thừa', example: ['so-noi-vu'], max: 50 })
  readonly successors!: readonly string[];

  @NestedField({ description: 'Căn cứ', dto: () => BasisDto })
  readonly basis!: BasisDto;

  toCommand({ at, actor }: ActMoment, unitId: string): DissolveUnit {
    const { validTo, successors } = this;
    return { type: 'dissolve-unit', at, actor, unitId, validTo, successors, basis: basisOf(this.basis) };
  }
}

export class AppointDto extends OptionalBasisDto {
  @IdField({ description: 'Mã bổ nhiệm; để trống thì sổ cái đặt', example: 'bn-0001', optional: true })
  readonly appointmentId?: string | null;

  @IdField({ description: 'Mã cán bộ', example: 'cb-0001' })
  readonly officerId!: string;

  @ChoiceField({ description: 'Chức vụ', example: 'head', among: appointmentRoles })
  readonly role!: AppointmentRole;

  @TextField({ description: 'Chức danh', example: 'Giám đốc Sở', max: maxOf.name, optional: true })
  readonly title?: string | null;

  @MomentField({ description: 'Có hiệu lực từ', example: '2025-07-01T00:00:00+07:00' })
  readonly validFrom!: string;

  @MomentField({ description: 'Có hiệu lực đến trước', optional: true })
  readonly validTo?: string | null;

  toCommand({ at, actor }: ActMoment, unitId: string, appointmentId: string): Appoint {
    return {
      type: 'appoint',
      at,
      actor,
      unitId,
      appointmentId,
      officerId: this.officerId,
      role: this.role,
      title: this.title ?? null,
      validFrom: this.validFrom,
      validTo: this.validTo ?? null,
      basis: basisOrNull(this.basis),
    };
  }
}

export class EndAppointmentDto extends ActDto {
  @MomentField({ description: 'Thôi giữ từ', example: '2025-09-01T00:00:00+07:00' })
  readonly validTo!: string;

  @TextField({ description: 'Lý do', example: 'Điều động', max: maxOf.text })
  readonly reason!: string;

  toCommand({ at, actor }: ActMoment, unitId: string, appointmentId: string): EndAppointment {
    return { type: 'end-appointment', at, actor, unitId, appointmentId, validTo: this.validTo, reason: this.reason };
  }
}
