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
/** Office time is shown in days of so many hours, whatever a calendar says of the hours of one day (decision 0060). */
const workingDayMs = 8 * hourMs;

/** Office time as working days of eight hours, and hours. */
export const workingTime = (ms: number): string => {
  const days = Math.floor(ms / workingDayMs);
  const hours = Math.floor((ms % workingDayMs) / hourMs);
  if (days === 0 && hours === 0) return ms > 0 ? '<1 giờ' : '0';
  return [days > 0 ? `${String(days)} ngày` : '', hours > 0 ? `${String(hours)} giờ` : ''].filter(Boolean).join(' ');
};
