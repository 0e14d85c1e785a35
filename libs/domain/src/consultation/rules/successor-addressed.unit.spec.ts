import { expect, it } from '@jest/globals';
import {
  judge,
  letterInForce,
  request,
  story,
  typesOf,
  withdraw,
  type Told,
} from '../../../../../test/fixtures/domain/consultation.ts';
import { actor, dissolved, hour } from '../../../../../test/fixtures/domain/organisation.ts';

const toward = (to: string, ...before: readonly Told[]) => {
  const command = {
    type: 'readdress',
    at: hour(40),
    actor: actor('head', 'sxd'),
    consultationId: 'yk-1',
    from: 'stc',
    to,
    term: null,
    reason: 'Sáp nhập',
  } as const;
  const known = [...letterInForce, dissolved('stc', hour(35), 'vp')];
  return typesOf(judge({ ...story(command, request, ...before), known }));
};

it('R17 sends a request on to a unit that took over, and to no other', () => {
  expect(toward('vp')).toEqual(['readdressed']);
  expect(toward('sxd-qh')).toEqual(['consultation.not-successor']);
  expect(toward('vp', withdraw)).toEqual(['consultation.closed']);
});
