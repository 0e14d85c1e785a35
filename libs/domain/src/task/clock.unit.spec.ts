import { expect, it } from '@jest/globals';
import {
  after,
  askMore,
  chair,
  dueAt,
  endOfJuly,
  factsAt,
  grantMore,
  handIn,
  july,
  judgeTask,
  taskAfter,
  tick,
} from '../../../../test/fixtures/domain/task.ts';
import { clockActor } from '../kernel/case-actor.ts';
import type { ExceptionalDay } from '../calendar/events.ts';
import type { ReferenceEvent } from '../reference.ts';
import { fallingDue, taskClock } from './clock.ts';
import type { TaskCommand } from './commands.ts';

const calendar = (version: number, announcedAt: string, days: readonly ExceptionalDay[]): ReferenceEvent => ({
  type: 'calendar.published',
  version: 1,
  data: {
    calendarId: 'vn',
    version,
    announcedAt,
    units: [],
    weekdays: [1, 2, 3, 4, 5],
    officeHours: [{ from: '07:30', to: '17:30' }],
    knownFrom: '2025-01-01',
    knownTo: '2025-12-31',
    days,
    source: 'thử',
  },
});
const dayOff = (day: string): ExceptionalDay => ({ day, off: true, name: 'Nghỉ', certainty: 'V', swappedWith: null });
const whatFallsDue = (...before: readonly TaskCommand[]) =>
  fallingDue(taskAfter(...before)).map(({ at, event }) => [at, event.type]);

it('R25 R23 reminds on the working day before, on the day and on the one after, and passes at the end of the day', () => {
  expect(whatFallsDue()).toEqual([
    ['2025-07-13T17:00:00.000Z', 'task.reminded'],
    ['2025-07-14T17:00:00.000Z', 'task.reminded'],
    [dueAt, 'task.deadline-passed'],
    ['2025-07-15T17:00:00.000Z', 'task.reminded'],
  ]);
});

it('R23 records each once', () => {
  const passed = taskAfter(tick(july(17)));
  expect(taskClock.nextDue(passed)).toBeNull();
  expect(judgeTask(tick(july(18)), passed)).toEqual({ accepted: true, events: [] });
  expect(passed.deadlines).toMatchObject([{ passed: true }]);
});

it('R25 leaves a lead alone whose product lies with the assigner, and counts on once it is sent back', () => {
  const back: TaskCommand = {
    type: 'send-back-product',
    at: july(15),
    actor: chair,
    reason: 'Chưa đạt',
    defects: [],
    term: null,
  };
  expect(whatFallsDue(handIn).filter(([at]) => String(at) > handIn.at)).toEqual([]);
  expect(whatFallsDue(handIn, back)).toContainEqual([dueAt, 'task.deadline-passed']);
});

it('R26 waits for the assigner’s answer before it judges a promise whose extension was asked for in time', () => {
  const again = { ...askMore, at: july(24), reason: 'Mưa lũ', milestone: '2025-08-05T16:59:59.999Z' };
  const refuse: TaskCommand = { type: 'refuse-extension', at: july(30), actor: chair, reason: 'Đã đủ thời gian' };
  const broken = (...answer: readonly TaskCommand[]) =>
    whatFallsDue(askMore, grantMore, again, ...answer).filter(([, type]) => type === 'task.commitment-broken');
  expect(broken()).toEqual([]);
  expect(broken(refuse)).toEqual([[july(30), 'task.commitment-broken']]);
  expect(broken({ ...grantMore, at: july(30) })).toEqual([[again.milestone, 'task.commitment-broken']]);
  expect(taskAfter(askMore, grantMore, again, { ...grantMore, at: july(30) }).commitments).toMatchObject([
    { state: 'released' },
    { state: 'open', milestone: '2025-08-05T16:59:59.999Z' },
  ]);
});

const reschedule: TaskCommand = { type: 'reschedule', at: july(8), actor: clockActor };

it('R23 moves a running deadline with the calendar, and keeps the one before with its calendar', () => {
  const facts = factsAt(july(8), calendar(1, july(8), [dayOff('2025-07-14')]));
  const decision = judgeTask(reschedule, taskAfter(), facts);
  const moved = after(taskAfter(), reschedule, decision.accepted ? decision.events : []);
  expect(moved).toMatchObject({
    deadlines: [
      { dueAt, calendar: { version: 0 }, until: july(8) },
      { dueAt: endOfJuly(16), calendar: { calendar: 'vn', version: 1 }, ground: 'assigned', until: null },
    ],
  });
  expect(judgeTask(reschedule, moved, facts)).toEqual({ accepted: true, events: [] });
  const beforeIt = { ...facts, now: july(7) };
  expect(judgeTask({ ...reschedule, at: july(7) }, moved, beforeIt)).toEqual({ accepted: true, events: [] });
});

it('R23 makes nobody late by a calendar that came afterwards, and moves no fixed day', () => {
  const earlier = { ...dayOff('2025-07-05'), off: false };
  const facts = factsAt(july(15), calendar(1, july(15), [earlier]));
  expect(judgeTask({ ...reschedule, at: july(15) }, taskAfter(), facts)).toEqual({ accepted: true, events: [] });
  expect(taskClock.movable(taskAfter())).toBe(true);
  expect(taskClock.movable(taskAfter(askMore, grantMore))).toBe(false);
  expect(taskClock.movable(taskAfter(tick(july(17))))).toBe(false);
});

const typesDue = (...before: readonly TaskCommand[]) =>
  fallingDue(taskAfter(...before)).filter(({ event }) => !event.type.endsWith('reminded'));
const sendBack = (at: string): TaskCommand => ({
  type: 'send-back-product',
  at,
  actor: chair,
  reason: 'Chưa đạt',
  defects: [],
  term: null,
});

it('R26 lets a deadline that was replaced before it came pass unmentioned', () => {
  expect(typesDue(askMore, grantMore).map(({ at, event }) => [at, event.type])).toEqual([
    [endOfJuly(25), 'task.deadline-passed'],
    [endOfJuly(25), 'task.commitment-broken'],
  ]);
});

it('R25 takes a product handed in at the last millisecond as in time, and one sent back then as not in', () => {
  expect(typesDue({ ...handIn, at: dueAt })).toEqual([]);
  expect(typesDue({ ...handIn, at: july(16) }).map(({ at }) => at)).toEqual([dueAt]);
  expect(typesDue(handIn, sendBack(dueAt)).map(({ at }) => at)).toEqual([dueAt]);
});

it('R26 keeps a promise by what was handed in at its last millisecond and entered afterwards, and breaks none that was replaced at it', () => {
  const broken = [askMore, grantMore, tick(endOfJuly(30))] as const;
  const milestone = endOfJuly(25);
  expect(taskAfter(...broken).commitments).toMatchObject([{ state: 'broken' }]);
  expect(taskAfter(...broken, { ...handIn, at: milestone }).commitments).toMatchObject([
    { state: 'met', recordedBroken: true },
  ]);
  expect(taskAfter(...broken, { ...handIn, at: july(26) }).commitments).toMatchObject([{ state: 'broken' }]);
  const again = { ...askMore, at: milestone, milestone: '2025-08-05T16:59:59.999Z' };
  expect(taskAfter(...broken, again, { ...grantMore, at: july(31) }).commitments).toMatchObject([
    { state: 'released' },
    { state: 'open' },
  ]);
});

it('R23 R26 moves a promise with the deadline it was made for; leaves a deadline that is over and one that would be over', () => {
  const grantDays: TaskCommand = { ...grantMore, term: { kind: 'working-days', days: 10 } };
  const extended = taskAfter(askMore, grantDays);
  const milestone = extended.deadlines.at(-1)?.dueAt ?? '';
  expect(extended.commitments).toMatchObject([{ milestone }]);
  const later = factsAt(july(14), calendar(1, july(14), [dayOff('2025-07-21')]));
  const again: TaskCommand = { ...reschedule, at: july(14) };
  const decision = judgeTask(again, extended, later);
  const moved = after(extended, again, decision.accepted ? decision.events : []);
  const movedTo = moved.status === 'none' ? '' : (moved.deadlines.at(-1)?.dueAt ?? '');
  expect(movedTo > milestone).toBe(true);
  expect(moved).toMatchObject({ commitments: [{ milestone: movedTo }] });
  const over: TaskCommand = { ...reschedule, at: july(16) };
  const dayOffBefore = factsAt(july(16), calendar(1, july(16), [dayOff('2025-07-14')]));
  expect(judgeTask(over, taskAfter(), dayOffBefore)).toEqual({ accepted: true, events: [] });
  const saturday = { ...dayOff('2025-07-05'), off: false };
  const atNewEnd: TaskCommand = { ...reschedule, at: endOfJuly(14) };
  const shorter = factsAt(endOfJuly(14), calendar(1, endOfJuly(14), [saturday]));
  expect(judgeTask(atNewEnd, taskAfter(), shorter)).toEqual({ accepted: true, events: [] });
});
