import { expect, it } from '@jest/globals';
import { complete, handOff, reopen } from '../../../../../test/fixtures/domain/commands.ts';
import { registerDossier } from '../../../../../test/fixtures/domain/dossier.ts';
import { judged } from '../../../../../test/fixtures/domain/judged.ts';
import { account, nobody, officer } from '../../../../../test/fixtures/domain/organisation.ts';
import type { Holder } from '../events.ts';
import { fitRecipient } from './fit-recipient.ts';

const handedTo = (to: Holder) => fitRecipient(judged({ ...handOff, to }, [registerDossier]))?.code;

it('R21 takes a person serving in the unit, or the unit without a name', () => {
  expect(handedTo({ party: officer('bursar'), unit: 'stc' })).toBeUndefined();
  expect(handedTo({ party: nobody, unit: 'stc' })).toBeUndefined();
});

it('R21 refuses a place that is no unit, and a person who is not there', () => {
  expect(handedTo({ party: officer('bursar'), unit: null })).toBe('recipient.unit-missing');
  expect(handedTo({ party: officer('ghost'), unit: 'stc' })).toBe('recipient.officer-unknown');
  expect(handedTo({ party: officer('member'), unit: 'stc' })).toBe('recipient.not-in-unit');
});

it.each(['portal', 'counter', 'trial', 'ghost'])('R33 refuses the account %s: an account is never a person', (id) => {
  expect(handedTo({ party: account(id), unit: 'stc' })).toBe('recipient.account');
});

it('R24 asks the same of a reopening, and nothing of an act that moves nothing', () => {
  const toNobodyThere = { ...reopen, holder: { party: officer('idle'), unit: 'sxd' } };
  expect(fitRecipient(judged(toNobodyThere, [registerDossier, complete]))?.code).toBe('recipient.not-in-unit');
  expect(fitRecipient(judged(complete, [registerDossier]))).toBeNull();
});
