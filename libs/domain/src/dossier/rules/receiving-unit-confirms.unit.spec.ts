import { expect, it } from '@jest/globals';
import { byMember, confirm, handOff } from '../../../../../test/fixtures/domain/commands.ts';
import { registerDossier } from '../../../../../test/fixtures/domain/dossier.ts';
import { judged } from '../../../../../test/fixtures/domain/judged.ts';
import { actor, machine } from '../../../../../test/fixtures/domain/organisation.ts';
import type { Actor } from '../../kernel/actor.ts';
import { receivingUnitConfirms } from './receiving-unit-confirms.ts';

const confirmedBy = (by: Actor) =>
  receivingUnitConfirms(judged({ ...confirm, actor: by }, [registerDossier, handOff]))?.code;

it('R21 lets anybody of the receiving unit confirm, its registry system too', () => {
  expect(confirmedBy(actor('bursar', 'stc'))).toBeUndefined();
  expect(confirmedBy(actor('financier', 'stc'))).toBeUndefined();
  expect(confirmedBy(machine('counter', 'stc'))).toBeUndefined();
});

it('R21 does not let the sender or a machine of no unit confirm for the receiver', () => {
  expect(confirmedBy(byMember)).toBe('dossier.not-holder');
  expect(confirmedBy(machine('portal'))).toBe('dossier.not-holder');
});
