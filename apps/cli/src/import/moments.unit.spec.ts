import { describe, expect, it } from '@jest/globals';
import { instantOf, parseMoment, type MomentRule } from './moments.ts';

const vietnam = 'Asia/Ho_Chi_Minh';
const utc = (text: string, rule: Partial<MomentRule> & { readonly endOfDay?: boolean } = {}): string => {
  const moment = parseMoment(text, { order: 'iso', zone: vietnam, ...rule }, rule.endOfDay);
  return moment.ok ? instantOf(moment.micros) : moment.why;
};

describe('moments of a log', () => {
  it.each([
    ['2011-10-11 13:45:40.276000+02:00', '2011-10-11T11:45:40.276Z'],
    ['2011-12-06T13:41:31.788999+01:00', '2011-12-06T12:41:31.788Z'],
    ['2024-03-01T00:00:00Z', '2024-03-01T00:00:00.000Z'],
    ['2024-03-01 08:05', '2024-03-01T01:05:00.000Z'],
    ['2024-03-01T08:05:06,5+0700', '2024-03-01T01:05:06.500Z'],
    ['2024-03-01', '2024-02-29T17:00:00.000Z'],
  ])('reads %s', (text, expected) => {
    expect(utc(text)).toBe(expected);
  });

  it('reads Vietnamese and American day order, and ISO beside them', () => {
    expect(utc('05/03/2024 08:00', { order: 'day-first' })).toBe('2024-03-05T01:00:00.000Z');
    expect(utc('03/05/2024 08:00:00', { order: 'month-first' })).toBe('2024-03-05T01:00:00.000Z');
    expect(utc('2024-03-05 08:00', { order: 'day-first' })).toBe('2024-03-05T01:00:00.000Z');
  });

  it('lets a deadline given as a day last until the end of that day', () => {
    expect(utc('2024-03-05', { endOfDay: true })).toBe('2024-03-05T16:59:59.999Z');
  });

  it.each([
    'hôm qua',
    '',
    '2024-02-30',
    '2023-02-29 08:00',
    '2024-13-01',
    '2024-01-01T24:00',
    '2024-01-01T10:60',
    '2024-01-01T10:00:60',
    '2024-01-01T10:00+15:00',
    '1024-01-01',
    '01/02/2024',
    '1709251200',
  ])('cannot read "%s"', (text) => {
    expect(utc(text)).toBe('unreadable');
  });

  it('takes the first of the two hours when summer time ends, and refuses the hour that never was', () => {
    expect(utc('2011-10-30 02:30', { zone: 'Europe/Amsterdam' })).toBe('2011-10-30T00:30:00.000Z');
    expect(utc('2011-03-27 02:30', { zone: 'Europe/Amsterdam' })).toBe('nonexistent');
    expect(utc('2011-03-27 03:00', { zone: 'Europe/Amsterdam' })).toBe('2011-03-27T01:00:00.000Z');
  });

  it('keeps the order of moments that differ by a microsecond', () => {
    const micros = (text: string): number => {
      const moment = parseMoment(text, { order: 'iso', zone: vietnam });
      return moment.ok ? moment.micros : Number.NaN;
    };
    expect(micros('2024-03-01T08:00:00.000001Z') - micros('2024-03-01T08:00:00Z')).toBe(1);
  });
});
