import type { SubmissionStatus } from '#contracts/submission-views.ts';
import { escalationGrounds, type EscalationGround } from '#domain/submission/events.ts';
import { ChoiceField, IdField } from '../edge/fields.ts';
import { PageDto } from '../reading/question.dto.ts';

const statuses: readonly SubmissionStatus[] = ['pending', 'accepted', 'refused', 'returned', 'forwarded'];

export class SubmissionFilterDto extends PageDto {
  @ChoiceField({
    description:
      'Kết quả: chưa trả lời, nhận giải quyết, từ chối vì thuộc thẩm quyền bên trình, trả lại, đã trình tiếp',
    example: 'refused',
    among: statuses,
    optional: 'absent',
  })
  readonly status?: SubmissionStatus;

  @ChoiceField({ description: 'Căn cứ', example: 'no-consensus', among: escalationGrounds, optional: 'absent' })
  readonly ground?: EscalationGround;

  @IdField({ description: 'Đơn vị trình, chuyển', example: 'so-noi-vu', optional: 'absent' })
  readonly submitter?: string;

  @IdField({ description: 'Đơn vị nhận', example: 'ubnd-tinh', optional: 'absent' })
  readonly receiver?: string;

  @IdField({ description: 'Hồ sơ', example: 'HS-2025-000123', optional: 'absent' })
  readonly dossier?: string;
}
