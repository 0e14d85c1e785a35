import { expect, it } from '@jest/globals';
import {
  addresseeAfter,
  afterDue,
  answer,
  consultationAfter,
  deliver,
  dueAt,
  judge,
  referenceWith,
  request,
  story,
  tick,
  typesOf,
} from '../../../../../test/fixtures/domain/consultation.ts';
import { hour } from '../../../../../test/fixtures/domain/organisation.ts';
import { bound, instrument, published } from '../../../../../test/fixtures/domain/rulebook.ts';
import { consultationClock } from '../clock.ts';
import { reminderDaysBefore, remindersAhead } from './reminders.ts';

const [before, due, after] = ['2025-07-02T17:00:00.000Z', '2025-07-03T17:00:00.000Z', '2025-07-06T17:00:00.000Z'];

it('R15 reminds the working day before, on the day, and the working day after: Thursday, Friday, Monday', () => {
  const story3 = [request, deliver, tick(before), tick(due), tick(dueAt), tick(after)] as const;
  expect(addresseeAfter(...story3).reminders.map(({ kind, at }) => [kind, at])).toEqual([
    ['before', before],
    ['due', due],
    ['after', after],
  ]);
  expect(story3.map((_, index) => consultationClock.nextDue(consultationAfter(...story3.slice(0, index + 1))))).toEqual(
    [null, before, due, dueAt, after, null],
  );
});

it('R15 reminds nobody who has answered, nor of a time before the ledger knew of the duty', () => {
  expect(typesOf(judge(story(tick(after), request, deliver, answer)))).toEqual([]);
  const late = { command: deliver, recordedAt: hour(60) };
  const { deadline, ...asked } = addresseeAfter(request, late);
  expect(deadline && remindersAhead(deadline, { ...asked, deadline }).map(({ kind }) => kind)).toEqual([
    'due',
    'after',
  ]);
});

it('R15 reminds late answerers no more', () => {
  const answered = { ...answer, at: afterDue(1) };
  expect(typesOf(judge(story(tick(after), request, deliver, tick(dueAt), answered)))).toEqual([]);
});

it('R15 counts the days that the rule says, one when it says nothing', () => {
  const two = published(1, [instrument('001', { R15: { reminderWorkingDaysBefore: 2 } })]);
  expect(reminderDaysBefore(referenceWith(two, bound('001', 'sxd')), 'sxd', hour(0))).toBe(2);
  expect(reminderDaysBefore(referenceWith(), 'sxd', hour(0))).toBe(1);
});
