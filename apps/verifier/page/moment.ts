const vietnamMs = 7 * 3_600_000;

/** dd/MM/yyyy HH:mm:ss in Vietnam; a dash where there is no moment, the text itself where it is none. */
export const moment = (given: Date | string | null): string => {
  if (given === null) return '–';
  const at = new Date(given).getTime();
  if (Number.isNaN(at)) return String(given);
  const [day = '', time = ''] = new Date(at + vietnamMs).toISOString().split('T');
  return `${day.split('-').reverse().join('/')} ${time.slice(0, 8)}`;
};
