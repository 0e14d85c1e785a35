import { expect, it } from '@jest/globals';
import type { FactOf } from '#domain/candidates/history.ts';
import { at, CaseLedger, endOf } from '../../../../../test/fixtures/domain/case-ledger.ts';
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

const inForce = { duties: ['R25'] };

it('R25 a task without its product at the deadline is a candidate for lead and head', () => {
  expect(passed(assigned()).found(inForce)).toEqual(['overdue-task so-a of-so-a head-so-a']);
  expect(passed(assigned()).found({ duties: ['R99'] })).toEqual([]);
  expect(assigned().found(inForce)).toEqual([]);
});

it('R25 a product handed in by then and entered later is in time', () => {
  const inTime = passed(assigned()).tell(
    'task-t',
    'task.product-submitted',
    { product: { number: '1', symbol: null, issuedOn: null, title: null } },
    { at: at(9), recordedAt: at(14), ...lead },
  );
  expect(inTime.found(inForce)).toEqual([]);
});

it('R25 a task and its parts being late is one incident', () => {
  const family = assigned();
  assigned('child', { parentTaskId: 't' }, family);
  assigned('grandchild', { parentTaskId: 'child' }, family);
  passed(passed(passed(family), 'child'), 'grandchild');
  expect(family.candidates(inForce)).toHaveLength(1);
});
