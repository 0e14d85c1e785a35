import type {
  AnswerObstacle,
  AssignStep,
  IssueReport,
  LayDownProcedure,
  ReportObstacle,
  ReviewBacklog,
  ReviewRegulation,
} from '#domain/office/commands.ts';
import type { ReportIssued } from '#domain/office/events.ts';
import { DocumentDto, documentOf } from '../dossiers/shared.dto.ts';
import {
  ChoiceField,
  CountField,
  DayField,
  FlagField,
  IdField,
  IdListField,
  MomentField,
  NestedField,
  TextField,
  TextListField,
} from '../edge/fields.ts';
import { ActDto, maxOf, type ActMoment } from '../ledger/act.dto.ts';

/** Obstacles, procedures and their steps, regulations, backlog, reports: how an office keeps its house in order. */
export const idNotes = { description: 'Mã; để trống thì sổ cái đặt', optional: true } as const;
const unitNotes = { description: 'Đơn vị', example: 'so-noi-vu' } as const;
const maxListed = 500;
const reportKinds: readonly ReportIssued['data']['kind'][] = ['overdue', 'periodic'];
export const documentOrNull = (document: DocumentDto | null | undefined) => (document ? documentOf(document) : null);

export class ReportObstacleDto extends ActDto {
  @IdField({ ...idNotes, example: 'VM-0001' })
  readonly obstacleId?: string | null;

  @IdField(unitNotes)
  readonly unit!: string;

  @IdField({ description: 'Phản ánh qua đơn vị nào (UBND, hoặc Sở Nội vụ)', example: 'ubnd-tinh' })
  readonly channel!: string;

  @IdListField({
    description: 'Việc liên quan: task-…, dossier-…, consultation-…, recommendation-…, directive-…',
    example: ['dossier-HS-2025-000123'],
    max: maxListed,
    optional: true,
  })
  readonly concerns?: readonly string[] | null;

  @TextField({ description: 'Khó khăn, vướng mắc', example: 'Chưa có định mức kinh tế kỹ thuật', max: maxOf.text })
  readonly content!: string;

  toCommand({ at, actor }: ActMoment, obstacleId: string): ReportObstacle {
    const { unit, channel, content } = this;
    return { type: 'report-obstacle', at, actor, obstacleId, unit, channel, concerns: this.concerns ?? [], content };
  }
}

export class AnswerObstacleDto extends ActDto {
  @IdField({ description: 'Đơn vị trả lời', example: 'so-noi-vu' })
  readonly unit!: string;

  @TextField({ description: 'Hướng giải quyết', example: 'Áp dụng định mức tạm thời', max: maxOf.text })
  readonly answer!: string;

  toCommand({ at, actor }: ActMoment, obstacleId: string): AnswerObstacle {
    return { type: 'answer-obstacle', at, actor, obstacleId, unit: this.unit, answer: this.answer };
  }
}

export class LayDownProcedureDto extends ActDto {
  @IdField({ ...idNotes, example: 'QT-0001' })
  readonly procedureId?: string | null;

  @IdField(unitNotes)
  readonly unit!: string;

  @TextField({ description: 'Quy trình', example: 'Giao đất', max: maxOf.name })
  readonly procedure!: string;

  @TextListField({ description: 'Các khâu, theo thứ tự', example: ['Thẩm định'], max: 100, maxText: maxOf.name })
  readonly steps!: readonly string[];

  toCommand({ at, actor }: ActMoment, procedureId: string): LayDownProcedure {
    const { unit, procedure, steps } = this;
    return { type: 'lay-down-procedure', at, actor, procedureId, unit, procedure, steps };
  }
}

export class AssignStepDto extends ActDto {
  @IdField({ ...idNotes, example: 'PC-0001' })
  readonly stepId?: string | null;

  @IdField(unitNotes)
  readonly unit!: string;

  @TextField({ description: 'Quy trình', example: 'Giao đất', max: maxOf.name })
  readonly procedure!: string;

  @TextField({ description: 'Khâu', example: 'Thẩm định', max: maxOf.name })
  readonly step!: string;

  @IdField({ description: 'Người chịu trách nhiệm', example: 'cb-0002' })
  readonly officer!: string;

  @MomentField({ description: 'Từ', example: '2025-07-01T00:00:00+07:00' })
  readonly from!: string;

  @MomentField({ description: 'Đến trước', optional: true })
  readonly to?: string | null;

  toCommand({ at, actor }: ActMoment, stepId: string): AssignStep {
    const { unit, procedure, step, officer, from } = this;
    return { type: 'assign-step', at, actor, stepId, unit, procedure, step, officer, from, to: this.to ?? null };
  }
}

const stepCount = { min: 0, max: 1000, optional: true } as const;

export class ReviewRegulationDto extends ActDto {
  @IdField({ ...idNotes, example: 'RS-0001' })
  readonly regulationId?: string | null;

  @IdField(unitNotes)
  readonly unit!: string;

  @TextField({ description: 'Quy chế, quy trình được rà soát', example: 'Quy chế làm việc', max: maxOf.subject })
  readonly title!: string;

  @FlagField({ description: 'Có sửa đổi, bổ sung', example: false })
  readonly amended!: boolean;

  @CountField({ description: 'Số bước trước rà soát', example: 9, ...stepCount })
  readonly stepsBefore?: number | null;

  @CountField({ description: 'Số bước sau rà soát; để trống khi không cắt giảm', ...stepCount })
  readonly stepsAfter?: number | null;

  @NestedField({ description: 'Văn bản sửa đổi; bắt buộc khi có sửa đổi', dto: () => DocumentDto, optional: true })
  readonly document?: DocumentDto | null;

  toCommand({ at, actor }: ActMoment, regulationId: string): ReviewRegulation {
    const { unit, title, amended } = this;
    const [stepsBefore, stepsAfter] = [this.stepsBefore ?? null, this.stepsAfter ?? null];
    const document = documentOrNull(this.document);
    return {
      type: 'review-regulation',
      at,
      actor,
      regulationId,
      unit,
      title,
      amended,
      stepsBefore,
      stepsAfter,
      document,
    };
  }
}

export class ReviewBacklogDto extends ActDto {
  @IdField({ ...idNotes, example: 'TD-0001' })
  readonly reviewId?: string | null;

  @IdField(unitNotes)
  readonly unit!: string;

  @IdListField({ description: 'Hồ sơ tồn đọng đã rà soát', example: ['HS-2025-000123'], max: maxListed })
  readonly dossiers!: readonly string[];

  @TextField({ description: 'Kết luận', example: 'Giải quyết dứt điểm trong tháng', max: maxOf.text })
  readonly conclusion!: string;

  toCommand({ at, actor }: ActMoment, reviewId: string): ReviewBacklog {
    const { unit, dossiers, conclusion } = this;
    return { type: 'review-backlog', at, actor, reviewId, unit, dossiers, conclusion };
  }
}

export class IssueReportDto extends ActDto {
  @IdField({ ...idNotes, example: 'BC-0001' })
  readonly reportId?: string | null;

  @ChoiceField({
    description: 'Báo cáo quá hạn, nợ đọng; hoặc báo cáo định kỳ',
    example: 'periodic',
    among: reportKinds,
  })
  readonly kind!: ReportIssued['data']['kind'];

  @IdField(unitNotes)
  readonly unit!: string;

  @IdField({ description: 'Báo cáo cấp nào', example: 'ubnd-tinh' })
  readonly to!: string;

  @DayField({ description: 'Từ ngày', example: '2025-06-01' })
  readonly periodFrom!: string;

  @DayField({ description: 'Đến ngày', example: '2025-06-30' })
  readonly periodTo!: string;

  @IdListField({ description: 'Đơn vị quá hạn, nợ đọng', example: ['so-noi-vu'], max: maxListed, optional: true })
  readonly named?: readonly string[] | null;

  @NestedField({ description: 'Văn bản báo cáo', dto: () => DocumentDto, optional: true })
  readonly document?: DocumentDto | null;

  toCommand({ at, actor }: ActMoment, reportId: string): IssueReport {
    const { kind, unit, to, periodFrom, periodTo } = this;
    const [named, document] = [this.named ?? [], documentOrNull(this.document)];
    return { type: 'issue-report', at, actor, reportId, kind, unit, to, periodFrom, periodTo, named, document };
  }
}
