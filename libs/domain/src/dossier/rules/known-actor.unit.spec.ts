import { expect, it } from '@jest/globals';
import { byMember, handOff } from '../../../../../test/fixtures/domain/commands.ts';
import { machine, nobody } from '../../../../../test/fixtures/domain/organisation.ts';
import { knownActor } from './known-actor.ts';

it('R33 refuses an act of nobody', () => {
  expect(knownActor({ command: { ...handOff, actor: { ...byMember, party: nobody } } })?.code).toBe('actor.unknown');
  expect(knownActor({ command: handOff })).toBeNull();
  expect(knownActor({ command: { ...handOff, actor: machine('portal') } })).toBeNull();
});
