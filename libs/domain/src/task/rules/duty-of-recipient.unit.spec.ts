import { expect, it } from '@jest/globals';
import { assign, factsAt } from '../../../../../test/fixtures/domain/task.ts';
import { dissolved, hour } from '../../../../../test/fixtures/domain/organisation.ts';
import { dutyOfRecipient } from './duty-of-recipient.ts';

const codeOf = (lead: string, ...executes: readonly string[]) =>
  dutyOfRecipient({
    command: { ...assign, lead, directive: { directiveId: 'vb-1', executes } },
    facts: factsAt(hour(1), dissolved('former', hour(-1), 'stc')),
  })?.code;

it('R77 takes whom the directive is sent to for execution, a unit below, and a successor', () => {
  expect(codeOf('sxd', 'sxd', 'stc')).toBeUndefined();
  expect(codeOf('sxd-qh', 'sxd')).toBeUndefined();
  expect(codeOf('stc', 'former')).toBeUndefined();
});

it('R77 gives nobody else a duty from it', () => {
  expect(codeOf('stc', 'sxd')).toBe('task.lead-without-duty');
  expect(codeOf('sxd', 'sxd-qh')).toBe('task.lead-without-duty');
  expect(codeOf('sxd')).toBe('task.lead-without-duty');
});

it('R77 asks nothing of a task given without a directive', () => {
  expect(dutyOfRecipient({ command: assign, facts: factsAt(hour(1)) })).toBeNull();
});
