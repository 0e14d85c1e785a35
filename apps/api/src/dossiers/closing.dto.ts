import type {
  ArchiveDossier,
  CompleteDossier,
  CorrectDossier,
  DecideDossier,
  ReopenDossier,
} from '#domain/dossier/commands.ts';
import { urgencies, type DossierCompleted, type DossierDecided, type Urgency } from '#domain/dossier/events.ts';
import type { Party } from '#domain/kernel/event.ts';
import { ChoiceField, IdField, MomentField, NestedField, PartyField, TextField } from '../edge/fields.ts';
import { ActDto, BasisDto, basisOf, maxOf, type ActMoment } from '../ledger/act.dto.ts';
import { DocumentDto, documentOf, HolderDto, holderOf } from './shared.dto.ts';

type DecisionKind = DossierDecided['data']['decision'];
type Outcome = DossierCompleted['data']['outcome'];
const decisions: readonly DecisionKind[] = ['approved', 'rejected', 'amend'];
const outcomes: readonly Outcome[] = ['granted', 'refused', 'answered', 'withdrawn', 'unknown'];

export class DecideDossierDto extends ActDto {
  @ChoiceField({ description: 'Quyết định', example: 'approved', among: decisions })
  readonly decision!: DecisionKind;

  @TextField({ description: 'Lý do', example: 'Đủ điều kiện', max: maxOf.text, optional: true })
  readonly grounds?: string | null;

  @NestedField({ description: 'Văn bản quyết định', dto: () => DocumentDto, optional: true })
  readonly document?: DocumentDto | null;

  toCommand({ at, actor }: ActMoment): DecideDossier {
    const document = this.document ? documentOf(this.document) : null;
    return { type: 'decide', at, actor, decision: this.decision, grounds: this.grounds ?? null, document };
  }
}

export class CompleteDossierDto extends ActDto {
  @NestedField({ description: 'Sản phẩm', dto: () => DocumentDto })
  readonly product!: DocumentDto;

  @ChoiceField({ description: 'Kết quả', example: 'granted', among: outcomes })
  readonly outcome!: Outcome;

  toCommand({ at, actor }: ActMoment): CompleteDossier {
    return { type: 'complete', at, actor, product: documentOf(this.product), outcome: this.outcome };
  }
}

/** Only the fields given are corrected; `deadline: null` says that the law sets none. */
export class CorrectionDto {
  @TextField({ description: 'Trích yếu đúng', example: 'Đề nghị giao đất', max: maxOf.subject, optional: 'absent' })
  readonly subject?: string;

  @TextField({ description: 'Cơ quan gửi đúng', example: 'UBND xã Bình Minh', max: maxOf.name, optional: 'absent' })
  readonly issuer?: string;

  @TextField({ description: 'Số đúng', example: '124', max: maxOf.symbol, optional: 'absent' })
  readonly number?: string;

  @TextField({ description: 'Ký hiệu đúng', example: 'CV-UBND', max: maxOf.symbol, optional: 'absent' })
  readonly symbol?: string;

  @TextField({ description: 'Loại hồ sơ đúng', example: 'land-allocation', max: maxOf.name, optional: 'absent' })
  readonly dossierType?: string;

  @ChoiceField({ description: 'Độ khẩn đúng', example: 'urgent', among: urgencies, optional: 'absent' })
  readonly urgency?: Urgency;

  @MomentField({ description: 'Thời điểm tiếp nhận đúng', example: '2025-07-01T09:00:00+07:00', optional: 'absent' })
  readonly receivedAt?: string;

  @MomentField({ description: 'Hạn đúng', example: '2025-07-25T17:00:00+07:00', optional: true })
  readonly deadline?: string | null;
}

const given = (changes: CorrectionDto): CorrectDossier['changes'] =>
  Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined));

export class CorrectDossierDto extends ActDto {
  @IdField({ description: 'Mã sự kiện ghi sai', example: '0197c2a0-7b1c-7000-8000-000000000001' })
  readonly correctsEventId!: string;

  @NestedField({ description: 'Giá trị đúng', dto: () => CorrectionDto })
  readonly changes!: CorrectionDto;

  @TextField({ description: 'Lý do đính chính', example: 'Nhập sai số văn bản', max: maxOf.text })
  readonly reason!: string;

  @PartyField({ description: 'Người duyệt đính chính', example: { kind: 'officer', id: 'cb-0001' } })
  readonly approver!: Party;

  toCommand({ at, actor }: ActMoment): CorrectDossier {
    return {
      type: 'correct',
      at,
      actor,
      correctsEventId: this.correctsEventId,
      changes: given(this.changes),
      reason: this.reason,
      approver: this.approver,
    };
  }
}

export class ReopenDossierDto extends ActDto {
  @TextField({ description: 'Lý do mở lại', example: 'Có khiếu nại', max: maxOf.text })
  readonly reason!: string;

  @NestedField({ description: 'Căn cứ', dto: () => BasisDto })
  readonly basis!: BasisDto;

  @NestedField({ description: 'Nơi giữ sau khi mở lại', dto: () => HolderDto })
  readonly holder!: HolderDto;

  @MomentField({ description: 'Hạn mới', example: '2025-08-01T17:00:00+07:00', optional: true })
  readonly deadline?: string | null;

  toCommand({ at, actor }: ActMoment): ReopenDossier {
    return {
      type: 'reopen',
      at,
      actor,
      reason: this.reason,
      basis: basisOf(this.basis),
      holder: holderOf(this.holder),
      deadline: this.deadline ?? null,
    };
  }
}

export class ArchiveDossierDto extends ActDto {
  @TextField({ description: 'Mã hồ sơ lưu', example: 'H08.2025.12', max: maxOf.symbol })
  readonly fileCode!: string;

  @TextField({ description: 'Thời hạn bảo quản', example: '20 năm', max: maxOf.symbol })
  readonly retention!: string;

  toCommand({ at, actor }: ActMoment): ArchiveDossier {
    return { type: 'archive', at, actor, fileCode: this.fileCode, retention: this.retention };
  }
}
