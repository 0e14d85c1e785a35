import { describe, expect, it } from '@jest/globals';
import { hour } from '../../../../test/fixtures/domain/organisation.ts';
import {
  answer,
  caseFacts,
  confirmDelivery,
  dueAt,
  forCommittee,
  judgeRecommendation,
  recommendationAfter,
  recommendationScenario as scenario,
  send,
  settle,
  submitIt,
  timePasses,
  toCentral,
} from '../../../../test/fixtures/domain/recommendation.ts';
import type { CalendarPublished } from '../calendar/events.ts';
import { plainWeek } from '../calendar/working-calendar.ts';
import { clockActor } from '../kernel/case-actor.ts';
import type { Instant } from '../kernel/event.ts';
import { Reference } from '../reference.ts';
import { plusMs } from '../time/instant.ts';
import { recommendationClock } from './clock.ts';
import type { RecommendationCommand } from './commands.ts';
import { decide } from './decide.ts';
import { evolve } from './evolve.ts';

const recorded = (command: RecommendationCommand, ...before: readonly RecommendationCommand[]) => {
  const decision = judgeRecommendation(scenario(command, ...before));
  return decision.accepted ? decision.events : decision.refusal.code;
};
const nextDue = (...before: readonly RecommendationCommand[]): Instant | null =>
  recommendationClock.nextDue(recommendationAfter(...before));

describe('R73 the time limit of a recommendation', () => {
  it('binds an agency from its registration on, and nobody before', () => {
    expect(nextDue(send)).toBeNull();
    expect(nextDue(send, confirmDelivery)).toBe(dueAt);
    expect(nextDue(send, { ...confirmDelivery, at: hour(24) })).toBe('2025-07-09T16:59:59.999Z');
  });

  it('binds nobody whom a fixed day reached too late', () => {
    const byDay = { ...send, term: { kind: 'day', day: '2025-07-02', rollOver: false } } as const;
    expect(nextDue(byDay, confirmDelivery)).toBe('2025-07-02T16:59:59.999Z');
    expect(nextDue(byDay, { ...confirmDelivery, at: hour(72) })).toBeNull();
  });

  it('R72 runs from sending towards the central level, which keeps no books here', () => {
    expect(nextDue(toCentral)).toBe(dueAt);
  });

  it('records at its end that there is no reply, once, with the calendar it was counted on', () => {
    expect(recorded(timePasses(plusMs(dueAt, -1)), send, confirmDelivery)).toEqual([]);
    expect(recorded(timePasses(), send, confirmDelivery)).toEqual([
      {
        type: 'recommendation.overdue',
        version: 1,
        data: { category: 'no-reply', dueAt, calendar: { calendar: 'vn', version: 0 } },
      },
    ]);
    expect(recorded(timePasses(), send, confirmDelivery, timePasses())).toEqual([]);
    expect(nextDue(send, confirmDelivery, timePasses())).toBeNull();
  });

  it('R75 records that a matter for the committee was not submitted, answered or not, as one entry', () => {
    const overdue = [{ data: { category: 'not-submitted' } }];
    expect(recorded(timePasses(), forCommittee, confirmDelivery)).toMatchObject(overdue);
    expect(recorded(timePasses(), forCommittee, confirmDelivery, answer)).toMatchObject(overdue);
    expect(recorded(timePasses(), forCommittee, confirmDelivery, submitIt)).toEqual([]);
  });

  it('records nothing of what was answered, submitted or settled', () => {
    expect(recorded(timePasses(), send, confirmDelivery, answer)).toEqual([]);
    expect(recorded(timePasses(), send, confirmDelivery, { ...settle, at: hour(40) })).toEqual([]);
  });

  it('takes the entry back when an answer in time is recorded afterwards, and keeps it when it was late', () => {
    const late = { ...answer, at: plusMs(dueAt, 1) };
    expect(recommendationAfter(send, confirmDelivery, timePasses(), answer)).toMatchObject({ overdue: null });
    expect(recommendationAfter(send, confirmDelivery, timePasses(), late)).toMatchObject({
      overdue: { category: 'no-reply' },
      answers: [{ late: true }],
    });
  });

  it('is moved by the clock alone', () => {
    const person = { ...timePasses(), actor: answer.actor };
    expect(recorded(person, send, confirmDelivery)).toBe('actor.not-a-person');
    expect(recorded({ ...answer, actor: clockActor }, send)).toBe('actor.not-a-person');
  });
});

describe('R73 a swap announced late', () => {
  const swap: CalendarPublished = {
    type: 'calendar.published',
    version: 1,
    data: {
      ...plainWeek,
      version: 1,
      announcedAt: hour(30),
      days: [{ day: '2025-07-07', off: true, name: 'Nghỉ bù', certainty: 'V', swappedWith: null }],
    },
  };
  const reference = new Reference();
  reference.apply(swap);
  const facts = { ...caseFacts(), reference };
  const reschedule = (at: Instant) => ({ type: 'reschedule', at, actor: clockActor }) as const;
  const running = recommendationAfter(send, confirmDelivery);

  it('moves a running limit, keeping the former with its calendar', () => {
    const decision = decide(reschedule(hour(31)), running, facts);
    expect(decision).toEqual({
      accepted: true,
      events: [
        {
          type: 'recommendation.rescheduled',
          version: 1,
          data: {
            formerDueAt: dueAt,
            formerCalendar: { calendar: 'vn', version: 0 },
            due: { dueAt: '2025-07-09T16:59:59.999Z', calendar: { calendar: 'vn', version: 1 } },
          },
        },
      ],
    });
    const [event] = decision.accepted ? decision.events : [];
    if (!event) throw new Error('nothing was rescheduled');
    const fact = { ...event, id: 'e', occurredAt: hour(31), recordedAt: hour(31), unit: null } as const;
    const moved = evolve(running, {
      ...fact,
      actor: clockActor.party,
      capacity: 'system',
      provenance: { kind: 'entered' },
    });
    expect(recommendationClock.nextDue(moved)).toBe('2025-07-09T16:59:59.999Z');
    expect(decide(reschedule(hour(32)), moved, facts)).toEqual({ accepted: true, events: [] });
  });

  it('leaves a limit that has ended, and fixed days, as they were', () => {
    const none = { accepted: true, events: [] };
    expect(decide(reschedule(hour(24 * 9)), running, facts)).toEqual(none);
    const fixed = recommendationAfter(
      { ...send, term: { kind: 'day', day: '2025-07-07', rollOver: false } },
      confirmDelivery,
    );
    expect(decide(reschedule(hour(31)), fixed, facts)).toEqual(none);
    expect(recommendationClock.movable(fixed)).toBe(false);
    expect(recommendationClock.movable(running)).toBe(true);
  });
});
