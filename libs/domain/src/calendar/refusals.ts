/** Codes name the broken rule; texts in libs/contracts/src/refusal-texts/calendar.ts. */
export const calendarRefusalCodes = [
  'calendar.value-malformed',
  'calendar.version-published',
  'calendar.version-not-next',
  'calendar.announced-in-future',
  'calendar.announced-before-last',
  'calendar.week-empty',
  'calendar.hours-missing',
  'calendar.hours-overlap',
  'calendar.known-range-empty',
  'calendar.day-outside-range',
  'calendar.day-repeated',
  'calendar.day-not-exceptional',
  'calendar.swap-one-sided',
  'calendar.units-taken',
] as const;
export type CalendarRefusalCode = (typeof calendarRefusalCodes)[number];
