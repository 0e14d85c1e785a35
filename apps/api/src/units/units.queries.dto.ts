import { AsOfField, TextField } from '../edge/fields.ts';
import { maxSearchLength, PageDto, QuestionDto } from '../reading/question.dto.ts';

const atNotes = {
  description: 'Thời điểm, hoặc ngày yyyy-MM-dd (đến hết ngày đó, giờ Việt Nam)',
  example: '2025-07-31',
  optional: 'absent',
} as const;

export class UnitFilterDto extends PageDto {
  @TextField({
    description: 'Từ trong tên; không cần dấu',
    example: 'noi vu',
    max: maxSearchLength,
    optional: 'absent',
  })
  readonly q?: string;

  @AsOfField(atNotes)
  readonly at?: string;
}

export class UnitAtDto extends QuestionDto {
  @AsOfField(atNotes)
  readonly at?: string;
}
