import { describe, expect, it } from '@jest/globals';
import { calendarVersion, publishCalendar, type CalendarVersion } from '../../../../test/fixtures/domain/calendar.ts';
import { Reference } from '../reference.ts';
import { calendarAggregate, type CalendarState } from './aggregate.ts';

const facts = { now: '2024-06-01T00:00:00.000Z', imported: false, reference: new Reference() };
const none = calendarAggregate.initial;
const decide = (changes: Partial<CalendarVersion>, state: CalendarState = none) =>
  calendarAggregate.decide(publishCalendar(changes), state, facts);
const first: CalendarState = { versions: [calendarVersion()] };

describe('publishing a calendar', () => {
  it('R23 makes the version a fact, whole', () => {
    expect(decide({})).toEqual({
      accepted: true,
      events: [{ type: 'calendar.published', version: 1, data: calendarVersion() }],
    });
  });

  it('R23 says nothing new when the same version is published again, even after others', () => {
    expect(decide({}, first)).toEqual({ accepted: true, events: [] });
    const two = { versions: [...first.versions, calendarVersion({ version: 2 })] };
    expect(decide({}, two)).toEqual({ accepted: true, events: [] });
  });

  it.each([
    ['act.text-blank', { source: ' ', announcedAt: 'x' }],
    ['calendar.value-malformed', { announcedAt: 'x', version: 7 }],
    ['calendar.version-not-next', { version: 7, weekdays: [] }],
    ['calendar.week-empty', { weekdays: [], knownTo: '2000-01-01' }],
    ['calendar.known-range-empty', { knownTo: '2000-01-01', units: ['xa-la'] }],
    ['unit.unknown', { units: ['xa-la'] }],
  ] as const)('refuses with %s before anything later in the order', (code, changes) => {
    expect(decide(changes)).toMatchObject({ accepted: false, refusal: { code } });
  });

  it('refuses other content under a number that was published', () => {
    expect(decide({ source: 'khác' }, first)).toMatchObject({ refusal: { code: 'calendar.version-published' } });
  });

  it('throws on a history that leaves a version out', () => {
    const event = { type: 'calendar.published' as const, version: 1 as const, data: calendarVersion({ version: 2 }) };
    const recorded = {
      ...event,
      id: 'e',
      occurredAt: facts.now,
      recordedAt: facts.now,
      actor: { kind: 'unknown' as const },
      unit: null,
      capacity: 'system' as const,
      provenance: { kind: 'entered' as const },
    };
    expect(() => calendarAggregate.evolve(none, recorded)).toThrow('version 2 after 0');
    const fitting = { ...recorded, data: calendarVersion() };
    expect(calendarAggregate.evolve(none, fitting)).toEqual(first);
  });
});
