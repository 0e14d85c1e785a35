import { AsOfField, FlagField, IdField } from '../edge/fields.ts';
import { PageDto, QuestionDto } from '../reading/question.dto.ts';

export class OfficeFilterDto extends PageDto {
  @IdField({ description: 'Đơn vị', example: 'so-noi-vu', optional: 'absent' })
  readonly unit?: string;

  @IdField({ description: 'Cán bộ', example: 'cb-0001', optional: 'absent' })
  readonly officer?: string;

  @FlagField({ description: 'Còn chờ trả lời hoặc quyết định', example: true, optional: 'absent' })
  readonly open?: boolean;
}

export class StepsDto extends QuestionDto {
  @IdField({ description: 'Đơn vị', example: 'so-noi-vu' })
  readonly unit!: string;

  @AsOfField({
    description: 'Thời điểm, hoặc ngày yyyy-MM-dd (đến hết ngày đó, giờ Việt Nam); mặc định là bây giờ',
    example: '2025-07-31',
    optional: 'absent',
  })
  readonly at?: string;

  @FlagField({ description: 'Chỉ khâu chưa có người', example: true, optional: 'absent' })
  readonly unassigned?: boolean;
}
