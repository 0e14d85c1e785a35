import { expect, it } from '@jest/globals';
import { filledTexts } from './filled-texts.ts';

it('R06 finds a blank text wherever it stands', () => {
  const blankIn = (command: object) => filledTexts({ command })?.facts['field'];
  expect(blankIn({ reason: '' })).toBe('reason');
  expect(blankIn({ reason: ' \t\u00a0' })).toBe('reason');
  expect(blankIn({ basis: { text: 'Điều 5', clause: ' ' } })).toBe('basis.clause');
  expect(blankIn({ coordinators: ['stc', ''] })).toBe('coordinators.1');
});

it('R06 takes words, and what is not said at all', () => {
  expect(
    filledTexts({ command: { reason: 'Nhầm', basis: null, dueAt: undefined, coordinators: [], count: 0 } }),
  ).toBeNull();
});
