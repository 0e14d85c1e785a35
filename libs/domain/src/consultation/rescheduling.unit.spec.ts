import { describe, expect, it } from '@jest/globals';
import {
  deliver,
  dueAt,
  judge,
  letterInForce,
  recount,
  request,
  story,
  tick,
  typesOf,
  withdraw,
  type Told,
} from '../../../../test/fixtures/domain/consultation.ts';
import { calendarVersion, type CalendarVersion } from '../../../../test/fixtures/domain/calendar.ts';
import { hour } from '../../../../test/fixtures/domain/organisation.ts';
import type { ReferenceEvent } from '../reference.ts';

/** A calendar on which Friday 4 July 2025 is off (or another day worked), announced at the hour. */
const announced = (at: number, days: CalendarVersion['days'] = [dayOff('2025-07-04')]): ReferenceEvent => ({
  type: 'calendar.published',
  version: 1,
  data: calendarVersion({ announcedAt: hour(at), knownFrom: '2025-01-01', knownTo: '2025-12-31', days }),
});
function dayOff(day: string): CalendarVersion['days'][number] {
  return { day, off: true, name: 'Nghỉ bù', certainty: 'V', swappedWith: null };
}
const moved = '2025-07-07T16:59:59.999Z';

/** The request is told before the calendar is known: its events carry the deadline counted on the plain week. */
const counting = (calendar: ReferenceEvent, now: string, ...before: readonly Told[]) => {
  const decision = judge({ ...story(recount(now), ...before), known: [...letterInForce, calendar], now });
  return decision.accepted ? decision.events : [];
};

describe('a newer calendar', () => {
  it('R17 moves a running deadline and keeps the former with the version it used', () => {
    expect(counting(announced(40), hour(41), request, deliver)).toMatchObject([
      {
        type: 'consultation.rescheduled',
        data: { formerDueAt: dueAt, formerCalendar: { version: 0 }, due: { dueAt: moved, calendar: { version: 1 } } },
      },
    ]);
  });

  it('R17 moves no deadline that was past when it was announced', () => {
    expect(counting(announced(24 * 5), hour(24 * 6), request, deliver)).toEqual([]);
  });

  it('R17 moves nothing into time that is over', () => {
    const saturdayWorked = { ...dayOff('2025-07-05'), off: false };
    const longer: Told = { ...request, term: { kind: 'working-days', days: 4 } };
    const monday = [longer, deliver] as const;
    const before = counting(announced(40, [saturdayWorked]), hour(41), ...monday);
    expect(before).toMatchObject([{ data: { formerDueAt: moved, due: { dueAt: '2025-07-05T16:59:59.999Z' } } }]);
    expect(counting(announced(40, [saturdayWorked]), hour(24 * 5), ...monday)).toEqual([]);
  });

  it('R17 leaves alone what is over, what names its moment, and what it does not change', () => {
    expect(counting(announced(40), hour(41), request, withdraw)).toEqual([]);
    expect(counting(announced(40), hour(41), { ...request, term: { kind: 'moment', at: dueAt } })).toEqual([]);
    expect(counting(announced(40, []), hour(41), request, deliver)).toEqual([]);
  });

  it('R17 is asked by the clock alone', () => {
    const byPerson = { ...recount(hour(41)), actor: request.actor };
    expect(typesOf(judge(story(byPerson, request)))).toEqual(['case.not-yours']);
    expect(typesOf(judge(story(tick(hour(1)), request)))).toEqual([]);
  });
});
