import { describe, expect, it } from '@jest/globals';
import * as build from '../../../../test/fixtures/time-stamps/token-builder.ts';
import { DerReader } from './der.ts';
import { readBound, readMoment } from './moment.ts';

const reading = (read: typeof readMoment, element: Uint8Array): unknown => {
  const reader = new DerReader(element);
  const moment = read(reader, 'it');
  reader.end('document');
  return reader.fault ?? new Date(moment).toISOString();
};
const none = 'it: not a moment in UTC';

describe('a moment', () => {
  const moment = (text: string): unknown => reading(readMoment, build.generalized(text));

  it.each([
    ['20260102030405Z', '2026-01-02T03:04:05.000Z'],
    ['20261231235959.999Z', '2026-12-31T23:59:59.999Z'],
    ['20260102030405.02Z', '2026-01-02T03:04:05.020Z'],
    ['20260102030405.0009Z', '2026-01-02T03:04:05.000Z'],
    ['20260102030405.123456789012Z', '2026-01-02T03:04:05.123Z'],
    ['00000229000000Z', '0000-02-29T00:00:00.000Z'],
    ['19691231235959.9Z', '1969-12-31T23:59:59.900Z'],
    ['99991231235959Z', '9999-12-31T23:59:59.000Z'],
  ])('%s is %s', (text, value) => {
    expect(moment(text)).toBe(value);
  });

  it.each([
    ['is empty', ''],
    ['goes on', '20260102030405Z0'],
    ['goes on in another line', '20260102030405Z\n'],
    ['goes on with a null character', '20260102030405Z\0'],
    ['is the end of something', '020260102030405Z'],
    ['has a sign', '+20260102030405Z'],
    ['has a line before it', '\n20260102030405Z'],
    ['is written as on the web', '2026-01-02T03:04:05.678Z'],
    ['has no zone', '20260102030405'],
    ['has another zone', '20260102030405+0000'],
    ['has a small letter', '20260102030405z'],
    ['has a fraction of thirteen digits', '20260102030405.1234567890123Z'],
    ['has an empty fraction', '20260102030405.Z'],
    ['has a zero at its end', '20260102030405.10Z'],
    ['is in month 0', '20260002030405Z'],
    ['is in month 13', '20261302030405Z'],
    ['is on day 0', '20260100030405Z'],
    ['is on day 31 of 30', '20260431030405Z'],
    ['is on a 29 February that is none', '21000229030405Z'],
    ['is at 24:00', '20260102240000Z'],
    ['is in minute 60', '20260102036005Z'],
    ['is in second 60', '20260102030460Z'],
    ['is in digits of another script', '２０２６0102030405Z'],
    ['goes on for ever', `20260102030405.${'1'.repeat(90_000)}Z`],
  ])('is none when it %s', (_, text) => {
    expect(moment(text)).toBe(none);
  });

  it('is in no other form', () => {
    expect(reading(readMoment, build.utc('260102030405Z'))).toBe('it: missing or of another kind');
  });
});

describe('a bound of validity', () => {
  const bound = (text: string): unknown => reading(readBound, build.utc(text));

  it.each([
    ['260102030405Z', '2026-01-02T03:04:05.000Z'],
    ['000229000000Z', '2000-02-29T00:00:00.000Z'],
    ['491231235959Z', '2049-12-31T23:59:59.000Z'],
    ['500101000000Z', '1950-01-01T00:00:00.000Z'],
    ['991231235959Z', '1999-12-31T23:59:59.000Z'],
  ])('%s is %s', (text, value) => {
    expect(bound(text)).toBe(value);
  });

  it.each([
    ['is empty', ''],
    ['goes on', '260102030405Z0'],
    ['goes on in another line', '260102030405Z\n'],
    ['is the end of something', '0260102030405Z'],
    ['has a year of four digits', '20260102030405Z'],
    ['has no seconds', '2601020304Z'],
    ['has a fraction', '260102030405.5Z'],
    ['has no zone', '260102030405'],
    ['is on a day that does not exist', '260229030405Z'],
    ['is in minute 60', '260102036005Z'],
  ])('is none when it %s', (_, text) => {
    expect(bound(text)).toBe(none);
  });

  it('may be in four digits of the year, in whole seconds', () => {
    const whole = (text: string): unknown => reading(readBound, build.generalized(text));
    expect(whole('20500101000000Z')).toBe('2050-01-01T00:00:00.000Z');
    for (const text of ['20500101000000.5Z', '20500101000000.001Z'])
      expect(whole(text)).toBe('it: has a fraction of a second');
    expect(whole('20500230000000Z')).toBe(none);
  });

  it('is no other element', () => {
    expect(reading(readBound, build.nothing)).toBe('it: missing or of another kind');
  });
});
