import { expect, it } from '@jest/globals';
import { officeFacts } from '../../../../../test/fixtures/domain/office.ts';
import { actor, hour } from '../../../../../test/fixtures/domain/organisation.ts';
import { leaderActs } from './leads-unit-or-above.ts';

const codeOf = (who: string, unit: string, imported = false) =>
  leaderActs('sxd', { actor: actor(who, unit), at: hour(0) }, officeFacts(imported))?.code ?? null;

it('R33 refuses who does not lead, and who leads elsewhere or below', () => {
  for (const [who, unit] of [
    ['member', 'sxd'],
    ['financier', 'stc'],
    ['planner', 'sxd-qh'],
  ] as const) {
    expect(codeOf(who, unit)).toBe('office.not-a-leader');
  }
});

it('R33 takes head, deputy, those above, and what was imported', () => {
  expect(codeOf('head', 'sxd')).toBeNull();
  expect(codeOf('deputy', 'sxd')).toBeNull();
  expect(codeOf('chair', 'ubnd')).toBeNull();
  expect(codeOf('member', 'sxd', true)).toBeNull();
});
