import { expect, it } from '@jest/globals';
import { factsAt } from '../../../../../test/fixtures/domain/task.ts';
import { actor, delegated, hour, machine } from '../../../../../test/fixtures/domain/organisation.ts';
import type { Actor } from '../../kernel/actor.ts';
import { speaksForUnit } from './speaks-for-unit.ts';

const facts = factsAt(hour(1), delegated('head', 'member', 'sxd'));
const codeOf = (by: Actor) => speaksForUnit({ command: { actor: by, at: hour(0) }, facts })?.code;

it('R26 hears the head, a deputy, a delegate, and who acts by order', () => {
  expect(codeOf(actor('head', 'sxd'))).toBeUndefined();
  expect(codeOf(actor('deputy', 'sxd', 'for-head'))).toBeUndefined();
  expect(codeOf(actor('member', 'sxd', 'by-delegation'))).toBeUndefined();
  expect(codeOf(actor('chief', 'ubnd', 'by-order'))).toBeUndefined();
});

it('R26 does not take the word of others for that of the body', () => {
  expect(codeOf(actor('member', 'sxd'))).toBe('task.not-leader');
  expect(codeOf(actor('clerk', 'sxd', 'clerk'))).toBe('task.not-leader');
  expect(codeOf(actor('head', 'stc'))).toBe('task.not-leader');
  expect(codeOf(machine('portal', 'sxd'))).toBe('task.not-leader');
});
