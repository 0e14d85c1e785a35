/** Codes name the broken rule; texts in libs/contracts/src/refusal-texts/calendar.ts. */
export const calendarRefusalCodes = [] as const;
export type CalendarRefusalCode = (typeof calendarRefusalCodes)[number];
