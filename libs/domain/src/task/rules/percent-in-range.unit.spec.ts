import { expect, it } from '@jest/globals';
import { factsAt, july, leadMember, taskAfter } from '../../../../../test/fixtures/domain/task.ts';
import { percentInRange } from './percent-in-range.ts';

const codeOf = (percent: number) =>
  percentInRange({
    command: { type: 'report-progress', at: july(3), actor: leadMember, percent, statement: 'Đã làm', obstacles: null },
    task: taskAfter(),
    facts: factsAt(july(3)),
  })?.code;

it('R25 takes whole percent from 0 to 100', () => {
  for (const percent of [0, 40, 100]) expect(codeOf(percent)).toBeUndefined();
  for (const percent of [-1, 101, 12.5, Number.NaN]) expect(codeOf(percent)).toBe('task.percent-out-of-range');
});
