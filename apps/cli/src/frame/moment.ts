import type { Instant } from '#domain/kernel/event.ts';

const vietnam = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Asia/Ho_Chi_Minh',
  day: '2-digit',
  month: '2-digit',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
});

/** dd/MM/yyyy HH:mm in Vietnam; a dash when there is no such moment. */
export const moment = (at: Instant | null): string => {
  if (at === null) return '–';
  const parts = new Map(vietnam.formatToParts(new Date(at)).map((part) => [part.type, part.value]));
  const part = (type: Intl.DateTimeFormatPartTypes): string => parts.get(type) ?? '';
  return `${part('day')}/${part('month')}/${part('year')} ${part('hour')}:${part('minute')}`;
};

const hourMs = 3_600_000;
const weekdayMs = 24 * hourMs;

/** Working time as weekdays and hours. A weekday counts 24 hours until the office calendar exists. */
export const workingTime = (ms: number): string => {
  const days = Math.floor(ms / weekdayMs);
  const hours = Math.floor((ms % weekdayMs) / hourMs);
  if (days === 0 && hours === 0) return ms > 0 ? '<1 giờ' : '0';
  return [days > 0 ? `${String(days)} ngày` : '', hours > 0 ? `${String(hours)} giờ` : ''].filter(Boolean).join(' ');
};
