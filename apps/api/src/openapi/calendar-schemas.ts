import type {
  CalendarRef,
  CalendarSummary,
  CalendarView,
  DueView,
  ExceptionalDayView,
  TermDayView,
} from '#contracts/calendar-views.ts';
import {
  contract,
  count,
  flag,
  listOf,
  moment,
  oneOf,
  oneOfOrNull,
  ref,
  text,
  textOrNull,
  type Schema,
} from './schema-words.ts';

const summary: { readonly [K in keyof CalendarSummary]: Schema } = {
  calendar: text('vn'),
  version: count(3),
  announcedAt: moment('2024-04-11T17:00:00.000Z'),
  units: listOf(text('so-noi-vu')),
  knownFrom: text('2023-01-01'),
  knownTo: text('2024-12-31'),
  source: text('Công văn 2450/VPCP-KGVX ngày 12/4/2024'),
};

/** What `/v1/calendars` answers, compared with its contract by the compiler. */
export const calendarSchemas: Readonly<Record<string, Schema>> = {
  CalendarSummary: contract<CalendarSummary>(summary),
  CalendarList: listOf(ref('CalendarSummary')),
  ExceptionalDay: contract<ExceptionalDayView>({
    day: text('2024-04-29'),
    off: flag(true),
    name: text('Hoán đổi dịp 30/4 và 1/5'),
    certainty: oneOf('V', 'S', 'M'),
    swappedWith: textOrNull('2024-05-04'),
  }),
  CalendarView: contract<CalendarView>({
    ...summary,
    weekdays: listOf(count(1)),
    officeHours: listOf(contract<CalendarView['officeHours'][number]>({ from: text('07:30'), to: text('11:30') })),
    days: listOf(ref('ExceptionalDay')),
  }),
  TermDay: contract<TermDayView>({
    day: text('2024-05-02'),
    working: flag(true),
    name: textOrNull(null),
    certainty: oneOfOrNull('V', 'S', 'M'),
    swappedWith: textOrNull(null),
  }),
  DueView: contract<DueView>({
    from: moment('2024-04-26T02:00:00.000Z'),
    dueAt: moment('2024-05-02T16:59:59.999Z'),
    calendar: contract<CalendarRef>({ calendar: text('vn'), version: count(3) }),
    announcedAt: moment('2024-04-11T17:00:00.000Z'),
    source: text('Công văn 2450/VPCP-KGVX ngày 12/4/2024'),
    knownAt: moment('2024-04-26T02:00:00.000Z'),
    certainty: oneOfOrNull('V', 'S', 'M'),
    days: listOf(ref('TermDay')),
  }),
};
