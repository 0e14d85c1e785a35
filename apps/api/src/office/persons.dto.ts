import type {
  AcceptAssignment,
  AcceptReason,
  ClaimReason,
  DecideAssignment,
  DecideReview,
  ProposeReview,
  RecordFinding,
  RecordLeave,
  RefuseAssignment,
  RejectReason,
  SecondReview,
} from '#domain/office/commands.ts';
import { conductFindings, type ConductFinding } from '#domain/office/events.ts';
import type { Party } from '#domain/kernel/event.ts';
import { DocumentDto, documentOf } from '../dossiers/shared.dto.ts';
import { ChoiceField, IdField, IdListField, MomentField, NestedField, PartyField, TextField } from '../edge/fields.ts';
import { ActDto, maxOf, type ActMoment } from '../ledger/act.dto.ts';
import { idNotes } from './keeping-house.dto.ts';

/** Assignments, leave, reasons, findings and reviews: what an office records of persons, and they of themselves. */
const officerNotes = { description: 'Cán bộ', example: 'cb-0002' } as const;
const unitNotes = { description: 'Đơn vị', example: 'so-noi-vu' } as const;
const evidenceNotes = { description: 'Vị trí trên sổ cái của các sự kiện làm chứng cứ', example: ['120'], max: 500 };
const reviewOutcomes: readonly DecideReview['outcome'][] = ['opened', 'declined'];

export class DecideAssignmentDto extends ActDto {
  @IdField({ ...idNotes, example: 'DD-0001' })
  readonly assignmentId?: string | null;

  @IdField(officerNotes)
  readonly officer!: string;

  @IdField(unitNotes)
  readonly unit!: string;

  @TextField({
    description: 'Nhiệm vụ được điều động, phân công',
    example: 'Phụ trách cải cách hành chính',
    max: maxOf.text,
  })
  readonly duty!: string;

  @NestedField({ description: 'Quyết định', dto: () => DocumentDto })
  readonly document!: DocumentDto;

  @MomentField({ description: 'Có hiệu lực từ', example: '2025-07-01T00:00:00+07:00' })
  readonly effectiveFrom!: string;

  toCommand({ at, actor }: ActMoment, assignmentId: string): DecideAssignment {
    const { officer, unit, duty, effectiveFrom } = this;
    const document = documentOf(this.document);
    return { type: 'decide-assignment', at, actor, assignmentId, officer, unit, duty, document, effectiveFrom };
  }
}

export class AcceptAssignmentDto extends ActDto {
  @IdField(officerNotes)
  readonly officer!: string;

  toCommand({ at, actor }: ActMoment, assignmentId: string): AcceptAssignment {
    return { type: 'accept-assignment', at, actor, assignmentId, officer: this.officer };
  }
}

export class RefuseAssignmentDto extends ActDto {
  @IdField(officerNotes)
  readonly officer!: string;

  @TextField({ description: 'Lý do', example: 'Đang điều trị bệnh', max: maxOf.text })
  readonly reason!: string;

  toCommand({ at, actor }: ActMoment, assignmentId: string): RefuseAssignment {
    return { type: 'refuse-assignment', at, actor, assignmentId, officer: this.officer, reason: this.reason };
  }
}

export class RecordLeaveDto extends ActDto {
  @IdField({ ...idNotes, example: 'NP-0001' })
  readonly leaveId?: string | null;

  @IdField(officerNotes)
  readonly officer!: string;

  @IdField(unitNotes)
  readonly unit!: string;

  @MomentField({ description: 'Từ', example: '2025-07-07T00:00:00+07:00' })
  readonly from!: string;

  @MomentField({ description: 'Đến trước', example: '2025-07-12T00:00:00+07:00' })
  readonly to!: string;

  @TextField({ description: 'Loại: nghỉ phép, ốm, đi công tác…', example: 'Nghỉ phép', max: maxOf.name })
  readonly kind!: string;

  toCommand({ at, actor }: ActMoment, leaveId: string): RecordLeave {
    const { officer, unit, from, to, kind } = this;
    return { type: 'record-leave', at, actor, leaveId, officer, unit, from, to, kind };
  }
}

export class ClaimReasonDto extends ActDto {
  @IdField({ ...idNotes, example: 'LD-0001' })
  readonly reasonId?: string | null;

  @TextField({ description: 'Mã vụ việc được giải thích', example: 'dossier-HS-2025-000123@4', max: maxOf.name })
  readonly incident!: string;

  @IdField({ description: 'Chính người nêu lý do', example: 'cb-0001' })
  readonly officer!: string;

  @TextField({ description: 'Lý do', example: 'Chờ ý kiến cơ quan cấp trên', max: maxOf.text })
  readonly reason!: string;

  @IdListField({ ...evidenceNotes, optional: true })
  readonly evidence?: readonly string[] | null;

  toCommand({ at, actor }: ActMoment, reasonId: string): ClaimReason {
    const { incident, officer, reason } = this;
    return { type: 'claim-reason', at, actor, reasonId, incident, officer, reason, evidence: this.evidence ?? [] };
  }
}

class GroundsDto extends ActDto {
  @TextField({ description: 'Lý do quyết định', example: 'Có văn bản xác nhận', max: maxOf.text })
  readonly grounds!: string;
}

export class AcceptReasonDto extends GroundsDto {
  toCommand({ at, actor }: ActMoment, reasonId: string): AcceptReason {
    return { type: 'accept-reason', at, actor, reasonId, grounds: this.grounds };
  }
}

export class RejectReasonDto extends GroundsDto {
  toCommand({ at, actor }: ActMoment, reasonId: string): RejectReason {
    return { type: 'reject-reason', at, actor, reasonId, grounds: this.grounds };
  }
}

export class RecordFindingDto extends ActDto {
  @IdField({ ...idNotes, example: 'KL-0001' })
  readonly findingId?: string | null;

  @ChoiceField({
    description: 'Loại: gây mất đoàn kết; từ chối xử lý; làm sai; khác',
    example: 'disunity',
    among: conductFindings,
  })
  readonly kind!: ConductFinding;

  @IdField(officerNotes)
  readonly officer!: string;

  @TextField({ description: 'Nội dung kết luận', example: 'Theo kết luận tại biên bản', max: maxOf.text })
  readonly statement!: string;

  @NestedField({ description: 'Biên bản, kết luận làm nguồn', dto: () => DocumentDto })
  readonly source!: DocumentDto;

  toCommand({ at, actor }: ActMoment, findingId: string): RecordFinding {
    const { kind, officer, statement } = this;
    return { type: 'record-finding', at, actor, findingId, kind, officer, statement, source: documentOf(this.source) };
  }
}

class ReviewSubjectDto {
  @IdField(unitNotes)
  readonly unit!: string;

  @IdField({ description: 'Cá nhân; để trống khi xem xét tổ chức', optional: true })
  readonly officer?: string | null;
}

export class ProposeReviewDto extends ActDto {
  @IdField({ ...idNotes, example: 'XX-0001' })
  readonly reviewId?: string | null;

  @NestedField({ description: 'Tổ chức, cá nhân được đề nghị xem xét', dto: () => ReviewSubjectDto })
  readonly subject!: ReviewSubjectDto;

  @IdListField(evidenceNotes)
  readonly evidence!: readonly string[];

  @PartyField({ description: 'Người đồng đề xuất, ở đơn vị khác', example: { kind: 'officer', id: 'cb-0002' } })
  readonly coProposer!: Party;

  @TextField({ description: 'Lý do đề xuất', example: 'Chậm trễ kéo dài, không chủ động', max: maxOf.text })
  readonly reason!: string;

  toCommand({ at, actor }: ActMoment, reviewId: string): ProposeReview {
    const { evidence, coProposer, reason } = this;
    const subject = { unit: this.subject.unit, officer: this.subject.officer ?? null };
    return { type: 'propose-review', at, actor, reviewId, subject, evidence, coProposer, reason };
  }
}

export class SecondReviewDto extends ActDto {
  toCommand({ at, actor }: ActMoment, reviewId: string): SecondReview {
    return { type: 'second-review', at, actor, reviewId };
  }
}

export class DecideReviewDto extends GroundsDto {
  @ChoiceField({ description: 'Mở xem xét, hoặc không', example: 'opened', among: reviewOutcomes })
  readonly outcome!: DecideReview['outcome'];

  toCommand({ at, actor }: ActMoment, reviewId: string): DecideReview {
    return { type: 'decide-review', at, actor, reviewId, outcome: this.outcome, grounds: this.grounds };
  }
}
