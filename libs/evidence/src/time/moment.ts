import { tags, type DerReader } from './der.ts';

const utcTime = /^(\d{2})(\d{2})(\d{2})(\d{2})(\d{2})(\d{2})Z$/;
const generalizedTime = /^(\d{4})(\d{2})(\d{2})(\d{2})(\d{2})(\d{2})(?:\.(\d{0,11}[1-9]))?Z$/;

const ascii = (bytes: Uint8Array): string => Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');

/** Milliseconds since 1970, or NaN for a day or an hour that does not exist (leap seconds among them). */
const momentOf = (fields: readonly string[], fraction: string): number => {
  const millis = `${fraction}000`.slice(0, 3);
  const said = `${fields.slice(0, 3).join('-')}T${fields.slice(3, 6).join(':')}.${millis}Z`;
  const time = new Date(said);
  // What does not exist is no date, or a day that is written in another way.
  return time.toJSON() === said ? time.getTime() : NaN;
};

/**
 * GeneralizedTime in UTC (X.690 section 11.7, RFC 3161 section 2.4.2): seconds always, a fraction without zeros
 * at its end. Milliseconds since 1970, NaN with a fault; what is finer is cut off.
 */
export const readMoment = (reader: DerReader, what: string): number => {
  const [, ...fields] = generalizedTime.exec(ascii(reader.content(tags.generalizedTime, what))) ?? [];
  const moment = momentOf(fields, fields[6] ?? '');
  if (Number.isNaN(moment)) reader.fail(`${what}: not a moment in UTC`);
  return moment;
};

/** A bound of a certificate's validity (RFC 5280 section 4.1.2.5): UTCTime up to 2049, then GeneralizedTime. */
export const readBound = (reader: DerReader, what: string): number => {
  if (!reader.isNext(tags.utcTime)) {
    const moment = readMoment(reader, what);
    if (moment % 1000 !== 0) reader.fail(`${what}: has a fraction of a second`);
    return moment;
  }
  const [, year = '', ...fields] = utcTime.exec(ascii(reader.content(tags.utcTime, what))) ?? [];
  const century = Number(year) >= 50 ? '19' : '20';
  const moment = momentOf([`${century}${year}`, ...fields], '');
  if (Number.isNaN(moment)) reader.fail(`${what}: not a moment in UTC`);
  return moment;
};
