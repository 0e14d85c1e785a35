import { FlagField, IdField } from '../edge/fields.ts';
import { PageAsOfDto } from '../reading/question.dto.ts';

export class CustodyFilterDto extends PageAsOfDto {
  @IdField({ description: 'Đơn vị giữ', example: 'so-noi-vu', optional: 'absent' })
  readonly unit?: string;

  @IdField({ description: 'Người giữ', example: 'cb-0001', optional: 'absent' })
  readonly officer?: string;

  @FlagField({ description: 'Đang quá hạn', example: false, optional: 'absent' })
  readonly overdue?: boolean;
}
