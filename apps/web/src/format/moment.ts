const offsetMs = 7 * 3_600_000;

/** Vietnam has kept UTC+7 without summer time for the whole life of any dossier here. */
function vietnamParts(instant: string): { day: string; time: string } {
  const local = new Date(Date.parse(instant) + offsetMs).toISOString();
  return { day: `${local.slice(8, 10)}/${local.slice(5, 7)}/${local.slice(0, 4)}`, time: local.slice(11, 16) };
}

/** `dd/MM/yyyy HH:mm` in Asia/Ho_Chi_Minh. */
export function formatMoment(instant: string): string {
  const { day, time } = vietnamParts(instant);
  return `${day} ${time}`;
}

/** `dd/MM/yyyy` in Asia/Ho_Chi_Minh. */
export function formatDay(instant: string): string {
  return vietnamParts(instant).day;
}

/** `2025-06-30` as people write it: `30/06/2025`. */
export function formatIsoDay(isoDay: string): string {
  const [year, month, day] = isoDay.split('-');
  return `${day}/${month}/${year}`;
}

/** `30/6/2025` (one or two digits, `/`, `-` or `.`) as `2025-06-30`; null when it is no day of the calendar. */
export function parseDay(text: string): string | null {
  const match = /^\s*(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})\s*$/.exec(text);
  if (match === null) return null;
  const [, day = '', month = '', year = ''] = match;
  const isoDay = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const parsed = Date.parse(`${isoDay}T00:00:00.000Z`);
  // Date rolls 31 February over into March; reading the day back shows it.
  return !Number.isNaN(parsed) && new Date(parsed).toISOString().startsWith(isoDay) ? isoDay : null;
}
