import { expect, it } from '@jest/globals';
import {
  afterDue,
  answer,
  deliver,
  dueAt,
  judge,
  lateAnswer,
  request,
  story,
  tick,
  typesOf,
} from '../../../../../test/fixtures/domain/consultation.ts';

it('R15 takes one answer, in time or late', () => {
  const other = { ...answer, at: afterDue(90) };
  expect(typesOf(judge(story(other, request, deliver, answer)))).toEqual(['consultation.already-answered']);
  const late = [request, deliver, tick(dueAt), lateAnswer] as const;
  expect(typesOf(judge(story(other, ...late)))).toEqual(['consultation.already-answered']);
});
