import type {
  AssessQuality,
  ContestAssessment,
  MarkUnrelated,
  RemindAddressee,
  SettleAssessment,
  VoidDeemedConsent,
} from '#domain/consultation/commands.ts';
import { opinionQualities, voidGrounds, type OpinionQuality, type VoidGround } from '#domain/consultation/events.ts';
import { ChoiceField, IdField, TextField } from '../edge/fields.ts';
import { ActDto, maxOf, type ActMoment } from '../ledger/act.dto.ts';

const outcomes = ['confirmed', 'set-aside'] as const;
type Outcome = (typeof outcomes)[number];

/** An act about one of the bodies asked. */
class AboutAddresseeDto extends ActDto {
  @IdField({ description: 'Cơ quan được xin ý kiến', example: 'phong-to-chuc' })
  readonly unit!: string;
}

export class VoidDeemedConsentDto extends AboutAddresseeDto {
  @ChoiceField({ description: 'Căn cứ hủy', example: 'answered-in-time', among: voidGrounds })
  readonly ground!: VoidGround;

  @TextField({ description: 'Lý do', example: 'Văn bản trả lời đã đến văn thư trước hạn', max: maxOf.text })
  readonly reason!: string;

  toCommand({ at, actor }: ActMoment, consultationId: string): VoidDeemedConsent {
    const { unit, ground, reason } = this;
    return { type: 'void-deemed-consent', at, actor, consultationId, unit, ground, reason };
  }
}

export class RemindAddresseeDto extends AboutAddresseeDto {
  @TextField({ description: 'Nội dung đôn đốc', example: 'Đề nghị trả lời đúng hạn', max: maxOf.text })
  readonly text!: string;

  toCommand({ at, actor }: ActMoment, consultationId: string): RemindAddressee {
    return { type: 'remind', at, actor, consultationId, unit: this.unit, text: this.text };
  }
}

export class MarkUnrelatedDto extends AboutAddresseeDto {
  @TextField({ description: 'Lý do', example: 'Không liên quan trực tiếp', max: maxOf.text })
  readonly reason!: string;

  toCommand({ at, actor }: ActMoment, consultationId: string): MarkUnrelated {
    return { type: 'mark-unrelated', at, actor, consultationId, unit: this.unit, reason: this.reason };
  }
}

export class AssessQualityDto extends AboutAddresseeDto {
  @IdField({ description: 'Câu hỏi; để trống: cả văn bản', example: 'c1', optional: true })
  readonly questionId?: string | null;

  @ChoiceField({ description: 'Đánh giá', example: 'generic', among: opinionQualities })
  readonly quality!: OpinionQuality;

  @TextField({
    description: 'Câu trích nguyên văn trong văn bản trả lời',
    example: 'Cơ bản thống nhất theo quy định',
    max: maxOf.text,
    optional: true,
  })
  readonly quotedSentence?: string | null;

  @TextField({ description: 'Nhận xét', example: 'Không nêu rõ chính kiến', max: maxOf.text })
  readonly reason!: string;

  toCommand({ at, actor }: ActMoment, consultationId: string): AssessQuality {
    return {
      type: 'assess-quality',
      at,
      actor,
      consultationId,
      unit: this.unit,
      questionId: this.questionId ?? null,
      quality: this.quality,
      quotedSentence: this.quotedSentence ?? null,
      reason: this.reason,
    };
  }
}

class AboutAssessmentDto extends ActDto {
  @IdField({ description: 'Số thứ tự đánh giá trong việc xin ý kiến', example: '1' })
  readonly assessmentId!: string;
}

export class ContestAssessmentDto extends AboutAssessmentDto {
  @TextField({ description: 'Ý kiến phản hồi', example: 'Văn bản đã nêu rõ chính kiến', max: maxOf.text })
  readonly statement!: string;

  toCommand({ at, actor }: ActMoment, consultationId: string): ContestAssessment {
    const { assessmentId, statement } = this;
    return { type: 'contest-assessment', at, actor, consultationId, assessmentId, statement };
  }
}

export class SettleAssessmentDto extends AboutAssessmentDto {
  @ChoiceField({ description: 'Kết luận', example: 'confirmed', among: outcomes })
  readonly outcome!: Outcome;

  @TextField({ description: 'Lý do', example: 'Câu trích không trả lời nội dung được hỏi', max: maxOf.text })
  readonly reason!: string;

  toCommand({ at, actor }: ActMoment, consultationId: string): SettleAssessment {
    const { assessmentId, outcome, reason } = this;
    return { type: 'settle-assessment', at, actor, consultationId, assessmentId, outcome, reason };
  }
}
