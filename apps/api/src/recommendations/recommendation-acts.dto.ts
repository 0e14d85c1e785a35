import { stances, type Stance } from '#domain/consultation/events.ts';
import type {
  AnswerRecommendation,
  ConfirmDelivery,
  SendRecommendation,
  SettleRecommendation,
  SubmitToCommittee,
} from '#domain/recommendation/commands.ts';
import type { RecommendationAddressee } from '#domain/recommendation/events.ts';
import { SignatureDto, signatureOf } from '../cases/signature.dto.ts';
import { TermDto, termOf } from '../cases/term.dto.ts';
import { DocumentDto, documentOf } from '../dossiers/shared.dto.ts';
import { ChoiceField, FlagField, IdField, NestedField, TextField } from '../edge/fields.ts';
import { faultOf } from '../edge/faults.ts';
import { RequestInvalid } from '../edge/problem-errors.ts';
import { ActDto, BasisDto, basisOrNull, maxOf, type ActMoment } from '../ledger/act.dto.ts';

const levels: readonly RecommendationAddressee['level'][] = ['province', 'central'];

/** Inside the province a unit of the ledger; above it a body in words. */
export class RecommendationAddresseeDto {
  @ChoiceField({ description: 'Trong tỉnh hay lên Trung ương', example: 'central', among: levels })
  readonly level!: RecommendationAddressee['level'];

  @IdField({ description: 'Đơn vị (trong tỉnh)', optional: true })
  readonly unit?: string | null;

  @TextField({ description: 'Cơ quan Trung ương, bằng lời', example: 'Bộ Nội vụ', max: maxOf.name, optional: true })
  readonly body?: string | null;
}

const missing = (path: string): RequestInvalid => new RequestInvalid([faultOf(path, 'field.required')]);

export const addresseeOf = ({ level, unit, body }: RecommendationAddresseeDto): RecommendationAddressee => {
  if (level === 'province') {
    if (unit === null || unit === undefined) throw missing('to.unit');
    return { level, unit };
  }
  if (body === null || body === undefined) throw missing('to.body');
  return { level, body };
};

export const documentOrNull = (document: DocumentDto | null | undefined) => (document ? documentOf(document) : null);

export class SendRecommendationDto extends ActDto {
  @IdField({ description: 'Mã kiến nghị; để trống thì sổ cái đặt', example: 'KN-2025-0001', optional: true })
  readonly recommendationId?: string | null;

  @IdField({ description: 'Hồ sơ liên quan', optional: true })
  readonly dossierId?: string | null;

  @IdField({ description: 'Đơn vị gửi', example: 'so-noi-vu' })
  readonly sender!: string;

  @NestedField({ description: 'Nơi nhận', dto: () => RecommendationAddresseeDto })
  readonly to!: RecommendationAddresseeDto;

  @TextField({ description: 'Nội dung kiến nghị', example: 'Đề nghị hướng dẫn định mức', max: maxOf.text })
  readonly content!: string;

  @TextField({
    description: 'Vướng mắc; bắt buộc khi gửi Trung ương',
    example: 'Chưa có định mức',
    max: maxOf.text,
    optional: true,
  })
  readonly obstacle?: string | null;

  @NestedField({
    description: 'Căn cứ vượt thẩm quyền của địa phương; bắt buộc khi gửi Trung ương',
    dto: () => BasisDto,
    optional: true,
  })
  readonly beyondAuthorityBasis?: BasisDto | null;

  @FlagField({
    description: 'Nội dung thuộc thẩm quyền Ủy ban nhân dân: cơ quan phải trình',
    example: false,
    optional: true,
  })
  readonly forCommittee?: boolean | null;

  @NestedField({ description: 'Thời hạn trả lời', dto: () => TermDto })
  readonly term!: TermDto;

  @NestedField({ description: 'Văn bản kiến nghị', dto: () => DocumentDto, optional: true })
  readonly document?: DocumentDto | null;

  @NestedField({ description: 'Người dự thảo và người ký', dto: () => SignatureDto })
  readonly signature!: SignatureDto;

  toCommand({ at, actor }: ActMoment, recommendationId: string): SendRecommendation {
    return {
      type: 'send',
      at,
      actor,
      recommendationId,
      dossierId: this.dossierId ?? null,
      sender: this.sender,
      to: addresseeOf(this.to),
      content: this.content,
      obstacle: this.obstacle ?? null,
      beyondAuthorityBasis: basisOrNull(this.beyondAuthorityBasis),
      forCommittee: this.forCommittee ?? false,
      term: termOf(this.term),
      document: documentOrNull(this.document),
      signature: signatureOf(this.signature),
    };
  }
}

export class ConfirmRecommendationDeliveryDto extends ActDto {
  @TextField({ description: 'Số đến', example: '456', max: maxOf.symbol, optional: true })
  readonly arrivalNumber?: string | null;

  toCommand({ at, actor }: ActMoment): ConfirmDelivery {
    return { type: 'confirm-delivery', at, actor, arrivalNumber: this.arrivalNumber ?? null };
  }
}

export class AnswerRecommendationDto extends ActDto {
  @ChoiceField({
    description: 'Chính kiến; để trống khi văn bản không nêu',
    example: 'agree',
    among: stances,
    optional: true,
  })
  readonly stance?: Stance | null;

  @TextField({ description: 'Nội dung trả lời, nguyên văn', example: 'Thống nhất với đề nghị.', max: maxOf.text })
  readonly content!: string;

  @NestedField({ description: 'Văn bản trả lời', dto: () => DocumentDto, optional: true })
  readonly document?: DocumentDto | null;

  toCommand({ at, actor }: ActMoment): AnswerRecommendation {
    const document = documentOrNull(this.document);
    return { type: 'answer', at, actor, stance: this.stance ?? null, content: this.content, document };
  }
}

export class SubmitToCommitteeDto extends ActDto {
  @IdField({ description: 'Ủy ban nhân dân được trình', example: 'ubnd-tinh' })
  readonly committee!: string;

  @NestedField({ description: 'Tờ trình', dto: () => DocumentDto, optional: true })
  readonly document?: DocumentDto | null;

  toCommand({ at, actor }: ActMoment): SubmitToCommittee {
    return {
      type: 'submit-to-committee',
      at,
      actor,
      committee: this.committee,
      document: documentOrNull(this.document),
    };
  }
}

export class SettleRecommendationDto extends ActDto {
  @TextField({ description: 'Kết quả giải quyết', example: 'Đã có hướng dẫn', max: maxOf.text })
  readonly outcome!: string;

  toCommand({ at, actor }: ActMoment): SettleRecommendation {
    return { type: 'settle', at, actor, outcome: this.outcome };
  }
}
