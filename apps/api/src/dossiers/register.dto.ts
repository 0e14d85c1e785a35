import type { RegisterDossier } from '#domain/dossier/commands.ts';
import { secrecyLevels, urgencies, type SecrecyLevel, type Urgency } from '#domain/dossier/events.ts';
import { ChoiceField, IdField, MomentField, NestedField, TextField } from '../edge/fields.ts';
import { ActDto, maxOf, type ActMoment } from '../ledger/act.dto.ts';
import { HolderDto, holderOf } from './shared.dto.ts';

export class RegisterDossierDto extends ActDto {
  @IdField({ description: 'Mã hồ sơ; để trống thì sổ cái đặt', example: 'HS-2025-000123', optional: true })
  readonly dossierId?: string | null;

  @TextField({ description: 'Cơ quan gửi', example: 'UBND xã An Lạc', max: maxOf.name })
  readonly issuer!: string;

  @TextField({ description: 'Số văn bản', example: '123', max: maxOf.symbol, optional: true })
  readonly number?: string | null;

  @TextField({ description: 'Ký hiệu văn bản', example: 'TTr-UBND', max: maxOf.symbol, optional: true })
  readonly symbol?: string | null;

  @TextField({
    description: 'Trích yếu; không được có khi hồ sơ mật',
    example: 'Đề nghị phê duyệt quy hoạch chi tiết',
    max: maxOf.subject,
    optional: true,
  })
  readonly subject?: string | null;

  @TextField({ description: 'Ký hiệu tra cứu của hồ sơ mật', example: null, max: maxOf.symbol, optional: true })
  readonly secretReference?: string | null;

  @TextField({ description: 'Loại hồ sơ', example: 'land-allocation', max: maxOf.name })
  readonly dossierType!: string;

  @ChoiceField({ description: 'Độ khẩn', example: 'normal', among: urgencies })
  readonly urgency!: Urgency;

  @ChoiceField({ description: 'Độ mật', example: 'none', among: secrecyLevels })
  readonly secrecy!: SecrecyLevel;

  @MomentField({ description: 'Thời điểm tiếp nhận', example: '2025-07-01T08:00:00+07:00' })
  readonly receivedAt!: string;

  @MomentField({ description: 'Hạn giải quyết theo luật', example: '2025-07-21T17:00:00+07:00', optional: true })
  readonly deadline?: string | null;

  @NestedField({ description: 'Nơi giữ đầu tiên', dto: () => HolderDto })
  readonly holder!: HolderDto;

  toCommand({ at, actor }: ActMoment, dossierId: string): RegisterDossier {
    return {
      type: 'register',
      at,
      actor,
      dossierId,
      issuer: this.issuer,
      number: this.number ?? null,
      symbol: this.symbol ?? null,
      subject: this.subject ?? null,
      secretReference: this.secretReference ?? null,
      dossierType: this.dossierType,
      urgency: this.urgency,
      secrecy: this.secrecy,
      receivedAt: this.receivedAt,
      deadline: this.deadline ?? null,
      holder: holderOf(this.holder),
    };
  }
}
