import { expect, it } from '@jest/globals';
import { assign, factsAt } from '../../../../../test/fixtures/domain/task.ts';
import { hour } from '../../../../../test/fixtures/domain/organisation.ts';
import { assignerAboveLead } from './assigner-above-lead.ts';

const codeOf = (assigner: string, lead: string) =>
  assignerAboveLead({ command: { ...assign, assigner, lead }, facts: factsAt(hour(1)) })?.code;

it('R28 takes the committee, any unit above, and the office of one', () => {
  expect(codeOf('ubnd', 'sxd')).toBeUndefined();
  expect(codeOf('ubnd', 'sxd-qh')).toBeUndefined();
  expect(codeOf('sxd', 'sxd-qh')).toBeUndefined();
  expect(codeOf('vp', 'sxd')).toBeUndefined();
});

it('R28 refuses a unit beside, below, or the lead itself', () => {
  expect(codeOf('stc', 'sxd')).toBe('task.assigner-not-above');
  expect(codeOf('sxd-qh', 'sxd')).toBe('task.assigner-not-above');
  expect(codeOf('sxd', 'sxd')).toBe('task.assigner-not-above');
  expect(codeOf('vp', 'vp')).toBe('task.assigner-not-above');
  expect(codeOf('vp', 'ubnd')).toBe('task.assigner-not-above');
});
