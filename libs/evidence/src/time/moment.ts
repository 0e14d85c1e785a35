import { tags, type DerReader } from './der.ts';

const utcTime = /^(\d{2})(\d{2})(\d{2})(\d{2})(\d{2})(\d{2})Z$/;
const generalizedTime = /^(\d{4})(\d{2})(\d{2})(\d{2})(\d{2})(\d{2})(?:\.(\d{0,11}[1-9]))?Z$/;

const ascii = (bytes: Uint8Array): string =>
  bytes.length > 30 ? '' : Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');

/** Milliseconds since 1970, or null for a day or an hour that does not exist (leap seconds among them). */
const momentOf = (fields: readonly string[], fraction: string): number | null => {
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = fields.map(Number);
  const time = new Date(0);
  time.setUTCFullYear(year, month - 1, day);
  time.setUTCHours(hour, minute, second, Number(fraction.padEnd(3, '0').slice(0, 3)));
  const said = [time.getUTCFullYear(), time.getUTCMonth() + 1, time.getUTCDate()];
  said.push(time.getUTCHours(), time.getUTCMinutes(), time.getUTCSeconds());
  return said.every((field, place) => field === Number(fields[place])) ? time.getTime() : null;
};

/**
 * GeneralizedTime in UTC (X.690 section 11.7, RFC 3161 section 2.4.2): seconds always, a fraction without zeros
 * at its end. Milliseconds since 1970; what is finer is cut off.
 */
export const readMoment = (reader: DerReader, what: string): number => {
  const [match, ...fields] = generalizedTime.exec(ascii(reader.content(tags.generalizedTime, what))) ?? [];
  const moment = match === undefined ? null : momentOf(fields.slice(0, 6), fields[6] ?? '');
  if (moment === null) reader.fail(`${what}: not a moment in UTC`);
  return moment ?? 0;
};

/** A bound of a certificate's validity (RFC 5280 section 4.1.2.5): UTCTime up to 2049, then GeneralizedTime. */
export const readBound = (reader: DerReader, what: string): number => {
  if (!reader.isNext(tags.utcTime)) {
    const moment = readMoment(reader, what);
    if (moment % 1000 !== 0) reader.fail(`${what}: has a fraction of a second`);
    return moment;
  }
  const [match, year = '', ...fields] = utcTime.exec(ascii(reader.content(tags.utcTime, what))) ?? [];
  const century = Number(year) >= 50 ? '19' : '20';
  const moment = match === undefined ? null : momentOf([`${century}${year}`, ...fields], '');
  if (moment === null) reader.fail(`${what}: not a moment in UTC`);
  return moment ?? 0;
};
