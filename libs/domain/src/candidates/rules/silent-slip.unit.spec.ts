import { expect, it } from '@jest/globals';
import type { FactOf } from '#domain/candidates/history.ts';
import { at, CaseLedger, endOf, kinds, mitigations } from '../../../../../test/fixtures/domain/case-ledger.ts';
import { person } from '../../../../../test/fixtures/domain/case-reference.ts';

const calendar = { calendar: 'vn', version: 0 };
const due = { dueAt: endOf(10), calendar, reminders: [] };
const term = { kind: 'day', day: '2025-08-14', rollOver: false } as const;
const assigned = (
  id = 't',
  more: Partial<FactOf<'task.assigned'>['data']> = {},
  ledger = new CaseLedger(),
): CaseLedger =>
  ledger.tell(
    `task-${id}`,
    'task.assigned',
    {
      taskId: id,
      directiveId: null,
      dossierId: null,
      parentTaskId: null,
      assigner: 'van-phong',
      lead: 'so-a',
      coordinators: [],
      responsible: person('of-so-a'),
      title: 'Báo cáo',
      product: 'báo cáo',
      term,
      due,
      programme: null,
      priority: 'normal',
      ...more,
    },
    { at: at(0), by: person('head-van-phong'), unit: 'van-phong' },
  );
const passed = (ledger: CaseLedger, id = 't'): CaseLedger =>
  ledger.tell(`task-${id}`, 'task.deadline-passed', { dueAt: endOf(10), calendar, original: true }, { at: endOf(10) });
const lead = { by: person('of-so-a'), unit: 'so-a' };

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
