import { expect, it } from '@jest/globals';
import { judge, request, story, typesOf, unrelated } from '../../../../../test/fixtures/domain/consultation.ts';
import { actor } from '../../../../../test/fixtures/domain/organisation.ts';

const found = (id: string, unit: string) => typesOf(judge(story({ ...unrelated, actor: actor(id, unit) }, request)));

it('R14 is found by leaders of the body asked or above both sides, never by who asked', () => {
  expect(found('financier', 'stc')).toEqual(['addressee-marked-unrelated']);
  expect(found('chief', 'vp')).toEqual(['addressee-marked-unrelated']);
  expect(found('head', 'sxd')).toEqual(['consultation.not-entitled']);
  expect(found('bursar', 'stc')).toEqual(['consultation.not-entitled']);
});
