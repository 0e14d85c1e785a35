import { expect, it } from '@jest/globals';
import { chair, dueAt, factsAt, handIn, july, taskAfter } from '../../../../../test/fixtures/domain/task.ts';
import type { SendBackProduct } from '../commands.ts';
import { reworkTerm } from './rework-term.ts';

const codeOf = (at: string, term: SendBackProduct['term']) =>
  reworkTerm({
    command: { type: 'send-back-product', at, actor: chair, reason: 'Chưa đạt', defects: [], term },
    task: taskAfter(handIn),
    facts: factsAt(at),
  })?.code;

it('R25 needs a new deadline only once the old one has passed', () => {
  expect(codeOf(dueAt, null)).toBeUndefined();
  expect(codeOf(july(16), null)).toBe('task.rework-term-missing');
  expect(codeOf(july(16), { kind: 'working-days', days: 3 })).toBeUndefined();
});
