import { expect, it } from '@jest/globals';
import { recordFinding } from '../../../../../test/fixtures/domain/office.ts';
import { actor, machine, nobody } from '../../../../../test/fixtures/domain/organisation.ts';
import { findingByAPerson } from './finding-by-a-person.ts';

const codeOf = (fields: object) => findingByAPerson({ command: { ...recordFinding, ...fields } })?.code ?? null;

it('R37 refuses every machine, nobody in particular, and oneself', () => {
  expect(codeOf({ actor: machine('portal', 'sxd') })).toBe('finding.human-only');
  expect(codeOf({ actor: { party: nobody, unit: 'sxd', capacity: 'own' } })).toBe('finding.human-only');
  expect(codeOf({ actor: actor('member', 'sxd') })).toBe('finding.on-oneself');
});

it('R37 refuses a finding without minutes or conclusion, by number or by title', () => {
  const blank = { number: null, symbol: 'BB-SXD', issuedOn: null, title: null };
  expect(codeOf({ source: blank })).toBe('finding.source-missing');
  expect(codeOf({ source: { ...blank, title: 'Biên bản họp' } })).toBeNull();
  expect(codeOf({})).toBeNull();
});
