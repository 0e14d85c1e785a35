import { expect, it } from '@jest/globals';
import { claimReason } from '../../../../../test/fixtures/domain/office.ts';
import { actor, machine } from '../../../../../test/fixtures/domain/organisation.ts';
import { ownReason } from './own-reason.ts';

it('R38 refuses a reason claimed for another', () => {
  expect(ownReason({ command: { ...claimReason, actor: actor('head', 'sxd') } })?.code).toBe('reason.not-the-officer');
  expect(ownReason({ command: { ...claimReason, actor: machine('member') } })?.code).toBe('reason.not-the-officer');
});

it('R38 takes one’s own', () => {
  expect(ownReason({ command: claimReason })).toBeNull();
});
