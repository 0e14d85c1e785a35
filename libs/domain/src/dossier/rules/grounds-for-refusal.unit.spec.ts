import { expect, it } from '@jest/globals';
import { decideIt } from '../../../../../test/fixtures/domain/commands.ts';
import { groundsForRefusal } from './grounds-for-refusal.ts';

it.each(['rejected', 'amend'] as const)('R01 asks why when the decision is "%s"', (decision) => {
  expect(groundsForRefusal({ command: { ...decideIt, decision } })?.code).toBe('decision.grounds-missing');
  expect(groundsForRefusal({ command: { ...decideIt, decision, grounds: 'Thiếu căn cứ' } })).toBeNull();
});

it('R01 asks nothing of an approval', () => {
  expect(groundsForRefusal({ command: decideIt })).toBeNull();
});
