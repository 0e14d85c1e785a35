import { expect, it } from '@jest/globals';
import { at, endOf, kinds, mitigations } from '../../../../../test/fixtures/domain/case-ledger.ts';
import { assigned, lead, passed } from '../../../../../test/fixtures/domain/case-task.ts';

const inForce = { duties: ['R25', 'R26'] };

it('R26 a slip in silence is graver than the lateness and one incident with it', () => {
  const [only, another] = passed(assigned()).candidates(inForce);
  expect(another).toBeUndefined();
  expect(only?.kind).toBe('silent-slip');
  expect(only?.rules.map(({ obligation }) => obligation)).toEqual(['R26', 'R25']);
  expect(passed(assigned()).found({ duties: ['R99'] })).toEqual([]);
});

it('R26 R08 who asked for more time or reported the obstacle before was not silent', () => {
  const asked = assigned().tell(
    'task-t',
    'task.extension-requested',
    { requestId: 'r', reason: 'thiếu số liệu', milestone: endOf(20) },
    { at: at(8), ...lead },
  );
  expect(kinds(passed(asked).candidates(inForce))).toEqual(['overdue-task']);
  const reported = passed(assigned()).tell(
    'office-o',
    'obstacle.reported',
    { obstacleId: 'o', unit: 'so-a', channel: 'ubnd', concerns: ['task-t'], content: 'thiếu số liệu' },
    { at: at(8), ...lead },
  );
  expect(kinds(reported.candidates(inForce))).toEqual(['overdue-task']);
  expect(mitigations(reported.candidates(inForce))).toContain('obstacle-reported');
});
