import type { ContestReport, JudgeReport, ReportUnresolved, ReportUp } from '#domain/recommendation/commands.ts';
import { unresolvedCategories, type UnresolvedCategory } from '#domain/recommendation/events.ts';
import { DocumentDto } from '../dossiers/shared.dto.ts';
import { ChoiceField, CountField, IdField, NestedField, TextField } from '../edge/fields.ts';
import { ActDto, maxOf, type ActMoment } from '../ledger/act.dto.ts';
import { RecommendationAddresseeDto, addresseeOf, documentOrNull } from './recommendation-acts.dto.ts';

const outcomes: readonly JudgeReport['outcome'][] = ['confirmed', 'set-aside'];

export class ReportUnresolvedDto extends ActDto {
  @ChoiceField({
    description: 'Loại theo Công văn 3239: chưa trả lời; chung chung; không rõ chính kiến; đùn đẩy; chưa trình',
    example: 'no-reply',
    among: unresolvedCategories,
  })
  readonly category!: UnresolvedCategory;

  @TextField({ description: 'Câu trích nguyên văn từ văn bản trả lời', max: maxOf.text, optional: true })
  readonly quotedSentence?: string | null;

  @TextField({ description: 'Nhận xét', example: 'Đã quá thời hạn, chưa có văn bản trả lời', max: maxOf.text })
  readonly reason!: string;

  @IdField({ description: 'Cấp trên được báo cáo', example: 'ubnd-tinh' })
  readonly to!: string;

  toCommand({ at, actor }: ActMoment): ReportUnresolved {
    const { category, reason, to } = this;
    return { type: 'report-unresolved', at, actor, category, quotedSentence: this.quotedSentence ?? null, reason, to };
  }
}

class AboutReportDto extends ActDto {
  @CountField({ description: 'Báo cáo thứ mấy của kiến nghị này', example: 1, min: 1, max: 10_000 })
  readonly report!: number;
}

export class ContestReportDto extends AboutReportDto {
  @TextField({ description: 'Ý kiến của cơ quan được nêu', example: 'Văn bản đã nêu rõ ý kiến', max: maxOf.text })
  readonly statement!: string;

  toCommand({ at, actor }: ActMoment): ContestReport {
    return { type: 'contest-report', at, actor, report: this.report, statement: this.statement };
  }
}

export class JudgeReportDto extends AboutReportDto {
  @ChoiceField({ description: 'Kết luận', example: 'confirmed', among: outcomes })
  readonly outcome!: JudgeReport['outcome'];

  @TextField({ description: 'Lý do', example: 'Văn bản trả lời không nêu chính kiến', max: maxOf.text })
  readonly grounds!: string;

  toCommand({ at, actor }: ActMoment): JudgeReport {
    return { type: 'judge-report', at, actor, report: this.report, outcome: this.outcome, grounds: this.grounds };
  }
}

export class ReportUpDto extends ActDto {
  @NestedField({ description: 'Nơi nhận báo cáo', dto: () => RecommendationAddresseeDto })
  readonly to!: RecommendationAddresseeDto;

  @NestedField({ description: 'Báo cáo', dto: () => DocumentDto, optional: true })
  readonly document?: DocumentDto | null;

  toCommand({ at, actor }: ActMoment): ReportUp {
    return { type: 'report-up', at, actor, to: addresseeOf(this.to), document: documentOrNull(this.document) };
  }
}
