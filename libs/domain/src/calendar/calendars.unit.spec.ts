import { describe, expect, it } from '@jest/globals';
import { calendarVersion, type CalendarVersion } from '../../../../test/fixtures/domain/calendar.ts';
import { Reference } from '../reference.ts';
import { streamOf } from '../events.ts';

const published = (...versions: readonly Partial<CalendarVersion>[]) => {
  const reference = new Reference();
  const unit = (unitId: string, parent: string | null) =>
    reference.apply({
      type: 'unit.established',
      version: 1,
      data: {
        unitId,
        name: unitId,
        unitKind: 'department',
        parent,
        validFrom: '2020-01-01T00:00:00.000Z',
        basis: null,
      },
    });
  unit('tinh', null);
  unit('huyen', 'tinh');
  unit('xa', 'huyen');
  for (const changes of versions) {
    reference.apply({ type: 'calendar.published', version: 1, data: calendarVersion(changes) });
  }
  return reference.calendars;
};
const later = '2024-06-01T00:00:00.000Z';

describe('which calendar counts', () => {
  it('R23 is the plain week, version 0, before any is announced', () => {
    expect(published().for('xa', later).citation).toEqual({ calendar: 'vn', version: 0 });
    expect(published({}).for('xa', '2023-11-30T23:59:59.999Z').citation).toEqual({ calendar: 'vn', version: 0 });
  });

  it('R23 is the newest version announced by then, from the very moment of its announcement', () => {
    const calendars = published({}, { version: 2, announcedAt: '2024-04-12T00:00:00.000Z' });
    const versionAt = (knownAt: string) => calendars.for(null, knownAt).citation.version;
    expect([versionAt('2024-04-11T23:59:59.999Z'), versionAt('2024-04-12T00:00:00.000Z')]).toEqual([1, 2]);
  });

  it('R23 is the one of the unit or of the nearest unit above it, else the one for everyone', () => {
    const calendars = published(
      {},
      { calendarId: 'tinh', units: ['tinh'] },
      { calendarId: 'huyen', units: ['huyen', 'khac'] },
    );
    const of = (unit: string | null) => calendars.for(unit, later).citation.calendar;
    expect([of('xa'), of('huyen'), of('tinh'), of('khac'), of('la'), of(null)]).toEqual([
      'huyen',
      'huyen',
      'tinh',
      'huyen',
      'vn',
      'vn',
    ]);
  });

  it('R23 can be had again by the citation of a computation, for ever', () => {
    const calendars = published({}, { version: 2, announcedAt: '2024-04-12T00:00:00.000Z' });
    expect(calendars.cited({ calendar: 'vn', version: 1 })?.version.announcedAt).toBe('2023-12-01T00:00:00.000Z');
    expect(calendars.cited({ calendar: 'vn', version: 0 })?.version.source).toBe('plain week');
    expect(calendars.cited({ calendar: 'vn', version: 3 })).toBeNull();
    expect(calendars.newest().map(({ version }) => version)).toEqual([2]);
  });

  it('R17 tells which of two versions was announced before the other', () => {
    const calendars = published({}, { version: 2, announcedAt: '2024-04-12T00:00:00.000Z' });
    const cited = (version: number) => ({ calendar: 'vn', version });
    expect(calendars.isOlder(cited(1), cited(2))).toBe(true);
    expect(calendars.isOlder(cited(0), cited(1))).toBe(true);
    expect(calendars.isOlder(cited(2), cited(1))).toBe(false);
    expect(calendars.isOlder(cited(2), cited(2))).toBe(false);
  });

  it('has a stream for each calendar', () => expect(streamOf.calendar('vn')).toBe('calendar-vn'));
});
