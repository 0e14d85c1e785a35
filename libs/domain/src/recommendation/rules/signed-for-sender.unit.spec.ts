import { expect, it } from '@jest/globals';
import { nobody, officer } from '../../../../../test/fixtures/domain/organisation.ts';
import { caseFacts, send } from '../../../../../test/fixtures/domain/recommendation.ts';
import { signedForSender } from './signed-for-sender.ts';

const signedBy = (signature: object, imported = false) =>
  signedForSender({ command: { ...send, signature: { ...send.signature, ...signature } }, facts: caseFacts(imported) })
    ?.code ?? null;

it('R03 refuses a signer who did not hold the capacity in the sender, or is nobody', () => {
  expect(signedBy({ signer: officer('financier') })).toBe('recommendation.signature-not-held');
  expect(signedBy({ signer: nobody })).toBe('recommendation.signature-not-held');
  expect(signedBy({ drafter: officer('stranger') })).toBe('case.officer-unknown');
});

it('R03 takes the head, a deputy for the head, a drafter who is not named, and what was imported', () => {
  expect(signedBy({})).toBeNull();
  expect(signedBy({ signer: officer('deputy'), capacity: 'for-head', drafter: nobody })).toBeNull();
  expect(signedBy({ signer: nobody }, true)).toBeNull();
});
