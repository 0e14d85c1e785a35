import type { Term } from '#domain/calendar/term.ts';
import { ChoiceField, CountField, DayField, FlagField, MomentField } from '../edge/fields.ts';
import { faultOf } from '../edge/faults.ts';
import { RequestInvalid } from '../edge/problem-errors.ts';

const kinds: readonly Term['kind'][] = ['moment', 'day', 'before-day', 'working-days', 'working-hours'];

/** A time limit as documents state it; which of the fields it needs depends on its kind. */
export class TermDto {
  @ChoiceField({
    description: 'Cách nêu thời hạn: thời điểm; hết ngày; trước ngày; số ngày làm việc; số giờ làm việc',
    example: 'working-days',
    among: kinds,
  })
  readonly kind!: Term['kind'];

  @MomentField({ description: 'Thời điểm (moment)', optional: true })
  readonly at?: string | null;

  @DayField({ description: 'Ngày (day, before-day)', optional: true })
  readonly day?: string | null;

  @FlagField({ description: 'Trùng ngày nghỉ thì dời sang ngày làm việc kế tiếp (day, before-day)', optional: true })
  readonly rollOver?: boolean | null;

  @CountField({ description: 'Số ngày làm việc (working-days)', example: 10, min: 1, max: 1000, optional: true })
  readonly days?: number | null;

  @CountField({ description: 'Số giờ làm việc (working-hours)', min: 1, max: 8000, optional: true })
  readonly hours?: number | null;
}

const needed = <T>(value: T | null | undefined, path: string): T => {
  if (value === null || value === undefined) throw new RequestInvalid([faultOf(path, 'field.required')]);
  return value;
};

/** Throws RequestInvalid when the field that the kind needs is missing; `path` says where the term stands. */
export const termOf = (term: TermDto, path = 'term'): Term => {
  switch (term.kind) {
    case 'moment':
      return { kind: 'moment', at: needed(term.at, `${path}.at`) };
    case 'day':
    case 'before-day':
      return { kind: term.kind, day: needed(term.day, `${path}.day`), rollOver: term.rollOver ?? false };
    case 'working-days':
      return { kind: 'working-days', days: needed(term.days, `${path}.days`) };
    case 'working-hours':
      return { kind: 'working-hours', hours: needed(term.hours, `${path}.hours`) };
  }
};
