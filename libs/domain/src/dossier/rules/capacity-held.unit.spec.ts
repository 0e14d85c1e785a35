import { expect, it } from '@jest/globals';
import { handOff } from '../../../../../test/fixtures/domain/commands.ts';
import { registerDossier } from '../../../../../test/fixtures/domain/dossier.ts';
import { judged } from '../../../../../test/fixtures/domain/judged.ts';
import { actor, hour } from '../../../../../test/fixtures/domain/organisation.ts';
import { capacityHeld } from './capacity-held.ts';

it('R33 refuses a capacity that was not held, and names it', () => {
  const forHead = judged({ ...handOff, actor: actor('member', 'sxd', 'for-head') }, [registerDossier]);
  expect(capacityHeld(forHead)).toEqual({
    code: 'actor.capacity-not-held',
    facts: { capacity: 'for-head', unit: 'sxd', at: hour(1) },
  });
});

it('R33 asks what was held when the act happened', () => {
  expect(capacityHeld(judged(handOff, [registerDossier]))).toBeNull();
  const beforeOffice = { ...handOff, at: '2020-12-31T00:00:00.000Z' };
  expect(capacityHeld(judged(beforeOffice, [registerDossier]))?.code).toBe('actor.capacity-not-held');
});
