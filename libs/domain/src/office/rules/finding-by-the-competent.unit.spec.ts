import { expect, it } from '@jest/globals';
import { officeFacts, recordFinding } from '../../../../../test/fixtures/domain/office.ts';
import { actor } from '../../../../../test/fixtures/domain/organisation.ts';
import { findingByTheCompetent } from './finding-by-the-competent.ts';

const codeOf = (fields: object, imported = false) =>
  findingByTheCompetent({ command: { ...recordFinding, ...fields }, facts: officeFacts(imported) })?.code ?? null;

it('R37 refuses a colleague, a leader of another unit, and a finding on nobody known', () => {
  expect(codeOf({ actor: actor('colleague', 'sxd') })).toBe('finding.not-competent');
  expect(codeOf({ actor: actor('financier', 'stc') })).toBe('finding.not-competent');
  expect(codeOf({ officer: 'stranger' })).toBe('case.officer-unknown');
});

it('R37 takes the inspectorate, and leaders of the unit or above', () => {
  expect(codeOf({ actor: actor('inspector', 'ttr') })).toBeNull();
  expect(codeOf({})).toBeNull();
  expect(codeOf({ actor: actor('chair', 'ubnd') })).toBeNull();
  expect(codeOf({ officer: 'stranger' }, true)).toBeNull();
});
