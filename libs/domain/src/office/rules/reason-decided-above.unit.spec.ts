import { expect, it } from '@jest/globals';
import { acceptReason, claimReason, officeFacts, recordAfter } from '../../../../../test/fixtures/domain/office.ts';
import { actor } from '../../../../../test/fixtures/domain/organisation.ts';
import { reasonDecidedAbove } from './reason-decided-above.ts';

const ofMember = recordAfter('reason', claimReason);
const ofHead = recordAfter('reason', { ...claimReason, actor: actor('head', 'sxd'), officer: 'head' });
const codeOf = (decider: typeof acceptReason.actor, record = ofMember, imported = false) =>
  reasonDecidedAbove({ command: { ...acceptReason, actor: decider }, record, facts: officeFacts(imported) })?.code ??
  null;

it('R38 refuses the claimant, a colleague, and a leader of another unit', () => {
  expect(codeOf(actor('member', 'sxd'))).toBe('reason.decided-by-claimant');
  expect(codeOf(actor('colleague', 'sxd'))).toBe('reason.decider-not-competent');
  expect(codeOf(actor('financier', 'stc'))).toBe('reason.decider-not-competent');
});

it('R38 takes the head, a deputy, and those above', () => {
  expect(codeOf(actor('head', 'sxd'))).toBeNull();
  expect(codeOf(actor('deputy', 'sxd'))).toBeNull();
  expect(codeOf(actor('chair', 'ubnd'))).toBeNull();
});

it('R38 never lets a subordinate decide on the reason of the head', () => {
  expect(codeOf(actor('deputy', 'sxd'), ofHead)).toBe('reason.decider-not-competent');
  expect(codeOf(actor('chair', 'ubnd'), ofHead)).toBeNull();
  expect(codeOf(actor('deputy', 'sxd'), ofHead, true)).toBeNull();
});
