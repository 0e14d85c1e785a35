import { expect, it } from '@jest/globals';
import { answer, judge, remind, request, story, typesOf } from '../../../../../test/fixtures/domain/consultation.ts';
import { actor } from '../../../../../test/fixtures/domain/organisation.ts';

const reminding = (id: string, unit: string) => typesOf(judge(story({ ...remind, actor: actor(id, unit) }, request)));

it('R15 is reminded by whoever asked, or from above', () => {
  expect(reminding('member', 'sxd')).toEqual(['reminded']);
  expect(reminding('chief', 'vp')).toEqual(['reminded']);
  expect(reminding('bursar', 'stc')).toEqual(['consultation.not-entitled']);
  expect(typesOf(judge(story(remind, request, answer)))).toEqual(['consultation.already-answered']);
});
