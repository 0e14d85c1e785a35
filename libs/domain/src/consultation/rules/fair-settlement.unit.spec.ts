import { expect, it } from '@jest/globals';
import {
  answer,
  assess,
  contest,
  deliver,
  judge,
  letterInForce,
  request,
  settle,
  story,
  typesOf,
} from '../../../../../test/fixtures/domain/consultation.ts';
import { actor, hour } from '../../../../../test/fixtures/domain/organisation.ts';
import { bound, instrument, published } from '../../../../../test/fixtures/domain/rulebook.ts';

const assessed = [request, deliver, answer, assess] as const;

it('R74 R16 is confirmed when the body assessed has spoken, or has had five working days to', () => {
  expect(typesOf(judge(story(settle, ...assessed, contest)))).toEqual(['assessment-settled']);
  const thursday = '2025-07-10T16:59:59.999Z';
  const at = (moment: string) => typesOf(judge(story({ ...settle, at: moment }, ...assessed)));
  expect(at(thursday)).toEqual(['consultation.time-to-contest']);
  expect(at('2025-07-10T17:00:00.000Z')).toEqual(['assessment-settled']);
});

it('R16 is set aside at any time', () => {
  expect(typesOf(judge(story({ ...settle, outcome: 'set-aside' }, ...assessed)))).toEqual(['assessment-settled']);
});

it('R16 gives the days that the rule says', () => {
  const ten = published(1, [instrument('001', { R16: { contestWorkingDays: 10 } })]);
  const command = { ...settle, at: '2025-07-11T02:00:00.000Z' };
  const known = [ten, bound('001', 'stc')];
  expect(typesOf(judge({ ...story(command, ...assessed), known }))).toEqual(['consultation.time-to-contest']);
  expect(typesOf(judge({ ...story(command, ...assessed), known: letterInForce }))).toEqual(['assessment-settled']);
});

it('R16 is settled above both sides, never by who assessed', () => {
  const by = (id: string, unit: string) =>
    typesOf(judge(story({ ...settle, actor: actor(id, unit), at: hour(70) }, ...assessed, contest)));
  expect(by('deputy', 'sxd')).toEqual(['consultation.settler-assessed']);
  expect(by('head', 'sxd')).toEqual(['consultation.not-entitled']);
  expect(by('financier', 'stc')).toEqual(['consultation.not-entitled']);
  expect(by('chair', 'ubnd')).toEqual(['assessment-settled']);
});
