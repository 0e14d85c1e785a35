import { expect, it } from '@jest/globals';
import { byMember, handOff } from '../../../../../test/fixtures/domain/commands.ts';
import { registerDossier } from '../../../../../test/fixtures/domain/dossier.ts';
import { judged } from '../../../../../test/fixtures/domain/judged.ts';
import { actor, machine, nobody } from '../../../../../test/fixtures/domain/organisation.ts';
import type { Actor } from '../../kernel/actor.ts';
import type { Holder } from '../events.ts';
import { holderActs } from './holder-acts.ts';

const handedOffBy = (by: Actor, holder: Holder = registerDossier.holder) =>
  holderActs(judged({ ...handOff, actor: by }, [{ ...registerDossier, holder }]))?.code;

it('R21 lets the named holder act, and those who speak for the unit', () => {
  expect(handedOffBy(byMember)).toBeUndefined();
  expect(handedOffBy(actor('head', 'sxd'))).toBeUndefined();
  expect(handedOffBy(actor('clerk', 'sxd', 'clerk'))).toBeUndefined();
});

it('R21 does not let a colleague or another unit act', () => {
  expect(handedOffBy(actor('colleague', 'sxd'))).toBe('dossier.not-holder');
  expect(handedOffBy(actor('clerk', 'stc', 'clerk'))).toBe('dossier.not-holder');
});

it('R21 lets anybody of the unit act when it holds without a name', () => {
  expect(handedOffBy(actor('colleague', 'sxd'), { party: nobody, unit: 'sxd' })).toBeUndefined();
  expect(handedOffBy(machine('portal', 'stc'), { party: nobody, unit: 'sxd' })).toBe('dossier.not-holder');
});
