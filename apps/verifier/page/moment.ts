import { shownName } from '#evidence/bundle/shown.ts';

const vietnamMs = 7 * 3_600_000;

/** dd/MM/yyyy HH:mm:ss in Vietnam; a dash where there is no moment, the text itself where it is none. */
export const moment = (given: Date | string | null): string => {
  if (given === null) return '–';
  const at = new Date(new Date(given).getTime() + vietnamMs);
  if (Number.isNaN(at.getTime())) return shownName(String(given));
  const [day = '', time = ''] = at.toISOString().split('T');
  return `${day.split('-').reverse().join('/')} ${time.slice(0, 8)}`;
};
