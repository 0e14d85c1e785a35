import { AsOfField, CountField, PositionField, TextField } from '../edge/fields.ts';

/** What every question takes. */
export class QuestionDto {
  @PositionField({
    description: 'Chờ tới vị trí này của sổ cái, như tiêu đề Wait-For-Position',
    example: '120',
    optional: 'absent',
  })
  readonly waitFor?: bigint;
}

export class AsOfDto extends QuestionDto {
  @AsOfField({
    description: 'Thời điểm, hoặc ngày yyyy-MM-dd (đến hết ngày đó, giờ Việt Nam); mặc định là bây giờ',
    example: '2025-07-31',
    optional: 'absent',
  })
  readonly asOf?: string;
}

const cursorNotes = { description: 'Con trỏ `next` của trang trước', max: 500, optional: 'absent' } as const;
const limitNotes = { description: 'Số dòng một trang', example: 50, min: 1, max: 200, optional: 'absent' } as const;

export class PageDto extends QuestionDto {
  @TextField(cursorNotes)
  readonly cursor?: string;

  @CountField(limitNotes)
  readonly limit?: number;
}

export class PageAsOfDto extends AsOfDto {
  @TextField(cursorNotes)
  readonly cursor?: string;

  @CountField(limitNotes)
  readonly limit?: number;
}

/** Longest search text. */
export const maxSearchLength = 200;
