import type { OpinionStatus } from '#contracts/consultation-views.ts';
import { ChoiceField, FlagField, IdField } from '../edge/fields.ts';
import { PageDto, QuestionDto } from '../reading/question.dto.ts';

const statuses: readonly OpinionStatus[] = [
  'waiting',
  'answered',
  'answered-late',
  'returned',
  'withdrawn',
  'readdressed',
  'silent',
  'consent-deemed',
  'deemed-void',
  'lapsed',
];

export class ConsultationFilterDto extends PageDto {
  @IdField({ description: 'Đang chờ cơ quan này trả lời', example: 'phong-to-chuc', optional: 'absent' })
  readonly waitingOn?: string;

  @IdField({ description: 'Cơ quan xin ý kiến', example: 'so-noi-vu', optional: 'absent' })
  readonly requester?: string;

  @IdField({ description: 'Hồ sơ', example: 'HS-2025-000123', optional: 'absent' })
  readonly dossier?: string;

  @ChoiceField({ description: 'Có cơ quan ở trạng thái', example: 'waiting', among: statuses, optional: 'absent' })
  readonly status?: OpinionStatus;

  @FlagField({ description: 'Có cơ quan quá hạn chưa trả lời', example: false, optional: 'absent' })
  readonly overdue?: boolean;
}

export class DeemedConsentFilterDto extends PageDto {
  @IdField({ description: 'Cơ quan được xác định là đồng ý', example: 'phong-to-chuc', optional: 'absent' })
  readonly unit?: string;

  @IdField({ description: 'Cơ quan xin ý kiến', example: 'so-noi-vu', optional: 'absent' })
  readonly requester?: string;
}

export class ResponsivenessFilterDto extends QuestionDto {
  @IdField({ description: 'Cơ quan xin ý kiến', example: 'so-noi-vu', optional: 'absent' })
  readonly requester?: string;

  @IdField({ description: 'Cơ quan trả lời', example: 'phong-to-chuc', optional: 'absent' })
  readonly responder?: string;
}
