import { expect, it } from '@jest/globals';
import { correct } from '../../../../../test/fixtures/domain/commands.ts';
import { account, officer } from '../../../../../test/fixtures/domain/organisation.ts';
import { secondPairOfEyes } from './second-pair-of-eyes.ts';

it('R21 refuses one who approves their own correction', () => {
  expect(secondPairOfEyes({ command: { ...correct, approver: officer('member') } })?.code).toBe(
    'correction.approver-is-actor',
  );
});

it('R21 takes another approver, even an account of the same id, which other rules refuse', () => {
  expect(secondPairOfEyes({ command: correct })).toBeNull();
  expect(secondPairOfEyes({ command: { ...correct, approver: account('member') } })).toBeNull();
});
