import type { ExtendTerm, ReaddressRequest, RequestOpinions, WithdrawRequest } from '#domain/consultation/commands.ts';
import { termOf, TermDto } from '../cases/term.dto.ts';
import { signatureOf, SignatureDto } from '../cases/signature.dto.ts';
import { DocumentDto, documentOf } from '../dossiers/shared.dto.ts';
import { IdField, NestedField, NestedListField, TextField } from '../edge/fields.ts';
import { ActDto, BasisDto, basisOrNull, maxOf, type ActMoment } from '../ledger/act.dto.ts';

export class QuestionAskedDto {
  @IdField({ description: 'Mã câu hỏi, riêng trong văn bản', example: 'c1' })
  readonly questionId!: string;

  @TextField({ description: 'Nội dung hỏi', example: 'Sự phù hợp với quy hoạch sử dụng đất', max: maxOf.text })
  readonly text!: string;
}

export class BodyAskedDto {
  @IdField({ description: 'Cơ quan được xin ý kiến', example: 'phong-to-chuc' })
  readonly unit!: string;

  @TextField({
    description: 'Vì sao liên quan: chức năng của cơ quan được hỏi',
    example: 'Quản lý giá đất',
    max: maxOf.text,
    optional: true,
  })
  readonly relevance?: string | null;

  @NestedField({ description: 'Căn cứ buộc phải xin ý kiến', dto: () => BasisDto, optional: true })
  readonly legalBasis?: BasisDto | null;
}

export class RequestOpinionsDto extends ActDto {
  @IdField({ description: 'Mã việc xin ý kiến; để trống thì sổ cái đặt', example: 'YK-2025-0001', optional: true })
  readonly consultationId?: string | null;

  @IdField({ description: 'Hồ sơ', example: 'HS-2025-000123', optional: true })
  readonly dossierId?: string | null;

  @IdField({ description: 'Cơ quan xin ý kiến', example: 'so-noi-vu' })
  readonly requester!: string;

  @TextField({ description: 'Việc xin ý kiến', example: 'Dự thảo quy hoạch chi tiết', max: maxOf.subject })
  readonly subject!: string;

  @NestedListField({ description: 'Nội dung cần xin ý kiến', dto: () => QuestionAskedDto, max: 100, optional: true })
  readonly questions?: readonly QuestionAskedDto[] | null;

  @NestedListField({ description: 'Các cơ quan được xin ý kiến', dto: () => BodyAskedDto, max: 100 })
  readonly addressees!: readonly BodyAskedDto[];

  @NestedField({ description: 'Thời hạn trả lời', dto: () => TermDto, optional: true })
  readonly term?: TermDto | null;

  @NestedField({ description: 'Văn bản xin ý kiến', dto: () => DocumentDto, optional: true })
  readonly document?: DocumentDto | null;

  @NestedField({ description: 'Người dự thảo và người ký', dto: () => SignatureDto })
  readonly signature!: SignatureDto;

  toCommand({ at, actor }: ActMoment, consultationId: string): RequestOpinions {
    return {
      type: 'request',
      at,
      actor,
      consultationId,
      dossierId: this.dossierId ?? null,
      requester: this.requester,
      subject: this.subject,
      questions: (this.questions ?? []).map(({ questionId, text }) => ({ questionId, text })),
      addressees: this.addressees.map(({ unit, relevance, legalBasis }) => ({
        unit,
        relevance: relevance ?? null,
        legalBasis: basisOrNull(legalBasis),
      })),
      term: this.term ? termOf(this.term) : null,
      document: this.document ? documentOf(this.document) : null,
      signature: signatureOf(this.signature),
    };
  }
}

export class ExtendTermDto extends ActDto {
  @IdField({ description: 'Cơ quan được gia hạn', example: 'phong-to-chuc' })
  readonly unit!: string;

  @NestedField({ description: 'Thời hạn mới, tính từ lúc gia hạn', dto: () => TermDto })
  readonly term!: TermDto;

  @TextField({ description: 'Lý do', example: 'Bổ sung hồ sơ gửi kèm', max: maxOf.text })
  readonly reason!: string;

  toCommand({ at, actor }: ActMoment, consultationId: string): ExtendTerm {
    const { unit, reason } = this;
    return { type: 'extend', at, actor, consultationId, unit, term: termOf(this.term), reason };
  }
}

export class WithdrawRequestDto extends ActDto {
  @IdField({ description: 'Cơ quan; để trống: mọi cơ quan chưa trả lời', example: 'phong-to-chuc', optional: true })
  readonly unit?: string | null;

  @TextField({ description: 'Lý do', example: 'Không còn cần ý kiến', max: maxOf.text })
  readonly reason!: string;

  toCommand({ at, actor }: ActMoment, consultationId: string): WithdrawRequest {
    return { type: 'withdraw', at, actor, consultationId, unit: this.unit ?? null, reason: this.reason };
  }
}

export class ReaddressRequestDto extends ActDto {
  @IdField({ description: 'Cơ quan đã giải thể, sáp nhập', example: 'so-ke-hoach' })
  readonly from!: string;

  @IdField({ description: 'Cơ quan tiếp nhận nhiệm vụ', example: 'phong-to-chuc' })
  readonly to!: string;

  @NestedField({ description: 'Thời hạn mới; để trống: như văn bản gốc, tính lại', dto: () => TermDto, optional: true })
  readonly term?: TermDto | null;

  @TextField({ description: 'Lý do', example: 'Sáp nhập sở', max: maxOf.text })
  readonly reason!: string;

  toCommand({ at, actor }: ActMoment, consultationId: string): ReaddressRequest {
    const { from, to, reason } = this;
    return {
      type: 'readdress',
      at,
      actor,
      consultationId,
      from,
      to,
      term: this.term ? termOf(this.term) : null,
      reason,
    };
  }
}
