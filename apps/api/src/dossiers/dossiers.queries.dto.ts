import type { DossierStatus } from '#contracts/views.ts';
import { ChoiceField, FlagField, IdField, TextField } from '../edge/fields.ts';
import { maxSearchLength, PageDto } from '../reading/question.dto.ts';

const statuses: readonly DossierStatus[] = ['open', 'completed', 'archived'];

export class DossierFilterDto extends PageDto {
  @TextField({
    description: 'Từ trong trích yếu, số, ký hiệu, cơ quan gửi hoặc mã; không cần dấu',
    example: 'quy hoach',
    max: maxSearchLength,
    optional: 'absent',
  })
  readonly q?: string;

  @ChoiceField({ description: 'Trạng thái', example: 'open', among: statuses, optional: 'absent' })
  readonly status?: DossierStatus;

  @IdField({ description: 'Đơn vị đang giữ', example: 'so-noi-vu', optional: 'absent' })
  readonly unit?: string;

  @FlagField({ description: 'Đang quá hạn', example: false, optional: 'absent' })
  readonly overdue?: boolean;
}
