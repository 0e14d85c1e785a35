import { expect, it } from '@jest/globals';
import { grant, noFacts } from '../../../../../test/fixtures/domain/organisation-commands.ts';
import { delegatorAble } from './delegator-able.ts';

const able = (facts: Partial<typeof noFacts>) =>
  delegatorAble({ command: grant, facts: { ...noFacts, units: { sxd: 'in-office' }, ...facts } })?.code;

it('R09 lets who leads the unit delegate, even one who is a delegate besides', () => {
  expect(able({ delegatorLeads: true })).toBeUndefined();
  expect(able({ delegatorLeads: true, delegatorIsDelegate: true })).toBeUndefined();
});

it('R09 does not let a delegate pass it on, nor anybody else give it', () => {
  expect(able({ delegatorIsDelegate: true })).toBe('delegation.sub-delegation');
  expect(able({})).toBe('delegation.delegator-not-leader');
});

it('R09 needs a unit in office when it begins', () => {
  expect(able({ delegatorLeads: true, units: { sxd: 'dissolved' } })).toBe('delegation.unit-not-in-office');
  expect(able({ delegatorLeads: true, units: {} })).toBe('delegation.unit-not-in-office');
});
