const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
/** Office time is shown in days of so many hours (decision 0060). */
const dayMs = 8 * hourMs;

export type WorkingTime = { readonly days: number; readonly hours: number; readonly minutes: number };

/**
 * Splits office time (milliseconds in office hours of working days) into working days of eight hours,
 * hours and minutes. Never rounds up: a day is said only when it has fully passed.
 */
export function splitWorkingTime(workingMs: number): WorkingTime {
  return {
    days: Math.floor(workingMs / dayMs),
    hours: Math.floor((workingMs % dayMs) / hourMs),
    minutes: Math.floor((workingMs % hourMs) / minuteMs),
  };
}

const locales = { vi: 'vi-VN', en: 'en-GB' } as const;

const words = {
  vi: { day: 'ngày', days: 'ngày', hour: 'giờ', hours: 'giờ', minute: 'phút', minutes: 'phút', none: 'dưới 1 phút' },
  en: {
    day: 'day',
    days: 'days',
    hour: 'hour',
    hours: 'hours',
    minute: 'minute',
    minutes: 'minutes',
    none: 'under 1 minute',
  },
} as const;

/** The two largest parts that say something: `3 ngày 4 giờ`, `5 giờ 10 phút`, `2 ngày`, `dưới 1 phút`. */
export function formatWorkingTime(workingMs: number, language: 'vi' | 'en'): string {
  const { days, hours, minutes } = splitWorkingTime(workingMs);
  const word = words[language];
  const parts: string[] = [];
  if (days > 0)
    parts.push(`${new Intl.NumberFormat(locales[language]).format(days)} ${days === 1 ? word.day : word.days}`);
  if (hours > 0) parts.push(`${hours} ${hours === 1 ? word.hour : word.hours}`);
  if (days === 0 && minutes > 0) parts.push(`${minutes} ${minutes === 1 ? word.minute : word.minutes}`);
  return parts.length === 0 ? word.none : parts.join(' ');
}
