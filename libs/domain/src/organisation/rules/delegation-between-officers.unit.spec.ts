import { expect, it } from '@jest/globals';
import { grant, noFacts } from '../../../../../test/fixtures/domain/organisation-commands.ts';
import { delegationBetweenOfficers } from './delegation-between-officers.ts';

const facts = { ...noFacts, officers: ['head', 'colleague'], accounts: ['counter'] };
const between = (delegator: string, delegate: string) =>
  delegationBetweenOfficers({ command: { ...grant, delegator, delegate }, facts })?.code;

it('R09 passes from one registered officer to another', () => {
  expect(between('head', 'colleague')).toBeUndefined();
});

it('R09 passes neither to nor from an account, a stranger or oneself', () => {
  expect(between('counter', 'colleague')).toBe('delegation.account');
  expect(between('head', 'counter')).toBe('delegation.account');
  expect(between('stranger', 'colleague')).toBe('delegation.officer-unknown');
  expect(between('head', 'stranger')).toBe('delegation.officer-unknown');
  expect(between('head', 'head')).toBe('delegation.to-oneself');
});
