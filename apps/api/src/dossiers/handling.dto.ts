import type { Party } from '#domain/kernel/event.ts';
import type {
  IssueApology,
  PassReviewLevel,
  RecordObjection,
  RefuseProcessing,
  RequestSupplement,
} from '#domain/submission/commands.ts';
import {
  CountField,
  FlagField,
  MomentField,
  NestedField,
  PartyField,
  TextField,
  TextListField,
} from '../edge/fields.ts';
import { ActDto, maxOf, type ActMoment } from '../ledger/act.dto.ts';
import { DocumentDto, documentOf } from './shared.dto.ts';

/** No line of command is longer. */
const maxLevels = 50;
const maxPapers = 50;
const defaultsToActor = 'mặc định là người ghi';

export class PassReviewLevelDto extends ActDto {
  @TextField({ description: 'Văn bản được duyệt', example: 'Dự thảo tờ trình', max: maxOf.name })
  readonly document!: string;

  @CountField({ description: 'Cấp duyệt thứ mấy', example: 1, min: 1, max: maxLevels })
  readonly level!: number;

  @PartyField({
    description: `Người duyệt; ${defaultsToActor}`,
    example: { kind: 'officer', id: 'cb-0001' },
    optional: true,
  })
  readonly reviewer?: Party | null;

  @FlagField({ description: 'Có sửa văn bản', example: false })
  readonly changed!: boolean;

  @TextField({ description: 'Ý kiến', example: 'Bổ sung căn cứ', max: maxOf.text, optional: true })
  readonly note?: string | null;

  toCommand({ at, actor }: ActMoment): PassReviewLevel {
    const { document, level, changed, note = null } = this;
    return {
      type: 'pass-review-level',
      at,
      actor,
      document,
      level,
      reviewer: this.reviewer ?? actor.party,
      changed,
      note,
    };
  }
}

export class RequestSupplementDto extends ActDto {
  @TextListField({
    description: 'Giấy tờ cần bổ sung',
    example: ['Bản vẽ hoàn công'],
    max: maxPapers,
    maxText: maxOf.name,
  })
  readonly papers!: readonly string[];

  @TextField({ description: 'Lý do', example: 'Thành phần hồ sơ chưa đủ', max: maxOf.text })
  readonly reason!: string;

  toCommand({ at, actor }: ActMoment): RequestSupplement {
    return { type: 'request-supplement', at, actor, papers: this.papers, reason: this.reason };
  }
}

export class IssueApologyDto extends ActDto {
  @TextField({ description: 'Lý do trễ hẹn', example: 'Chờ kết quả đo đạc', max: maxOf.text })
  readonly reason!: string;

  @MomentField({ description: 'Hẹn trả kết quả vào', example: '2025-07-28T17:00:00+07:00' })
  readonly newAppointment!: string;

  @NestedField({ description: 'Phiếu xin lỗi', dto: () => DocumentDto, optional: true })
  readonly document?: DocumentDto | null;

  toCommand({ at, actor }: ActMoment): IssueApology {
    const document = this.document ? documentOf(this.document) : null;
    return { type: 'issue-apology', at, actor, reason: this.reason, newAppointment: this.newAppointment, document };
  }
}

export class RefuseProcessingDto extends ActDto {
  @TextField({ description: 'Lý do từ chối xử lý', example: 'Cho rằng không thuộc phần việc', max: maxOf.text })
  readonly reason!: string;

  @PartyField({
    description: `Người từ chối xử lý; ${defaultsToActor}`,
    example: { kind: 'officer', id: 'cb-0001' },
    optional: true,
  })
  readonly recordedFor?: Party | null;

  toCommand({ at, actor }: ActMoment): RefuseProcessing {
    return { type: 'refuse-processing', at, actor, reason: this.reason, recordedFor: this.recordedFor ?? actor.party };
  }
}

export class RecordObjectionDto extends ActDto {
  @PartyField({
    description: `Người có ý kiến; ${defaultsToActor}`,
    example: { kind: 'officer', id: 'cb-0001' },
    optional: true,
  })
  readonly objector?: Party | null;

  @TextField({ description: 'Mệnh lệnh, quyết định bị phản đối', example: 'Yêu cầu cấp phép ngay', max: maxOf.text })
  readonly order!: string;

  @TextField({ description: 'Căn cứ của ý kiến', example: 'Chưa đủ điều kiện theo luật', max: maxOf.text })
  readonly grounds!: string;

  @NestedField({ description: 'Văn bản báo cáo', dto: () => DocumentDto, optional: true })
  readonly document?: DocumentDto | null;

  toCommand({ at, actor }: ActMoment): RecordObjection {
    const { order, grounds } = this;
    const document = this.document ? documentOf(this.document) : null;
    return { type: 'record-objection', at, actor, objector: this.objector ?? actor.party, order, grounds, document };
  }
}
