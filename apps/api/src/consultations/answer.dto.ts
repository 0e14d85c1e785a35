import type { AssignDrafter, ConfirmDelivery, GiveAnswer, ReturnRequest } from '#domain/consultation/commands.ts';
import { stances, type Stance } from '#domain/consultation/events.ts';
import type { Party } from '#domain/kernel/event.ts';
import { signatureOf, SignatureDto } from '../cases/signature.dto.ts';
import { DocumentDto, documentOf } from '../dossiers/shared.dto.ts';
import {
  ChoiceField,
  IdField,
  MomentField,
  NestedField,
  NestedListField,
  PartyField,
  TextField,
} from '../edge/fields.ts';
import { ActDto, BasisDto, basisOf, maxOf, type ActMoment } from '../ledger/act.dto.ts';

/** An act of one of the bodies asked, which it names. */
class AddresseeActDto extends ActDto {
  @IdField({ description: 'Cơ quan được xin ý kiến', example: 'phong-to-chuc' })
  readonly unit!: string;
}

export class ConfirmRequestDeliveryDto extends AddresseeActDto {
  @TextField({ description: 'Số đến', example: '1204', max: maxOf.symbol })
  readonly arrivalNumber!: string;

  @MomentField({ description: 'Thời điểm văn thư đăng ký', example: '2025-07-01T09:00:00+07:00' })
  readonly registeredAt!: string;

  toCommand({ at, actor }: ActMoment, consultationId: string): ConfirmDelivery {
    const { unit, arrivalNumber, registeredAt } = this;
    return { type: 'confirm-delivery', at, actor, consultationId, unit, arrivalNumber, registeredAt };
  }
}

export class AssignDrafterDto extends AddresseeActDto {
  @PartyField({ description: 'Người được giao soạn văn bản trả lời', example: { kind: 'officer', id: 'cb-0001' } })
  readonly responsible!: Party;

  toCommand({ at, actor }: ActMoment, consultationId: string): AssignDrafter {
    const { unit, responsible } = this;
    return { type: 'assign-drafter', at, actor, consultationId, unit, responsible };
  }
}

export class QuestionAnswerDto {
  @IdField({ description: 'Mã câu hỏi', example: 'c1' })
  readonly questionId!: string;

  @ChoiceField({ description: 'Chính kiến', example: 'agree', among: stances, optional: true })
  readonly stance?: Stance | null;

  @TextField({ description: 'Lý do', example: 'Phù hợp quy hoạch đã duyệt', max: maxOf.text, optional: true })
  readonly grounds?: string | null;

  @TextField({ description: 'Điều kiện', example: 'Bổ sung bản đồ', max: maxOf.text, optional: true })
  readonly conditions?: string | null;
}

export class GiveAnswerDto extends AddresseeActDto {
  @NestedListField({ description: 'Ý kiến về từng nội dung được hỏi', dto: () => QuestionAnswerDto, max: 100 })
  readonly answers!: readonly QuestionAnswerDto[];

  @NestedField({ description: 'Văn bản trả lời', dto: () => DocumentDto, optional: true })
  readonly document?: DocumentDto | null;

  @NestedField({ description: 'Người dự thảo và người ký', dto: () => SignatureDto })
  readonly signature!: SignatureDto;

  toCommand({ at, actor }: ActMoment, consultationId: string): GiveAnswer {
    return {
      type: 'answer',
      at,
      actor,
      consultationId,
      unit: this.unit,
      answers: this.answers.map(({ questionId, stance, grounds, conditions }) => ({
        questionId,
        stance: stance ?? null,
        grounds: grounds ?? null,
        conditions: conditions ?? null,
      })),
      document: this.document ? documentOf(this.document) : null,
      signature: signatureOf(this.signature),
    };
  }
}

export class ReturnRequestDto extends AddresseeActDto {
  @TextField({ description: 'Lý do', example: 'Không thuộc chức năng, nhiệm vụ', max: maxOf.text })
  readonly reason!: string;

  @NestedField({ description: 'Căn cứ', dto: () => BasisDto })
  readonly basis!: BasisDto;

  @IdField({ description: 'Cơ quan đúng chức năng', example: 'so-xay-dung', optional: true })
  readonly rightUnit?: string | null;

  toCommand({ at, actor }: ActMoment, consultationId: string): ReturnRequest {
    const { unit, reason } = this;
    const rightUnit = this.rightUnit ?? null;
    return { type: 'return', at, actor, consultationId, unit, reason, basis: basisOf(this.basis), rightUnit };
  }
}
