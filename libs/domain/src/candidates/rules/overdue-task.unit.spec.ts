import { expect, it } from '@jest/globals';
import { at, type CaseLedger, endOf, mitigations } from '../../../../../test/fixtures/domain/case-ledger.ts';
import { person } from '../../../../../test/fixtures/domain/case-reference.ts';
import { assigned, calendar, due, lead, passed, term } from '../../../../../test/fixtures/domain/case-task.ts';

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

const product = { product: { number: '1', symbol: null, issuedOn: null, title: null } };
const assigner = { by: person('head-van-phong'), unit: 'van-phong' };

it('R25 a product sent back, mended and in again by the deadline is in time, though entered later', () => {
  const mended = passed(
    assigned()
      .tell('task-t', 'task.product-submitted', product, { at: at(3), ...lead })
      .tell(
        'task-t',
        'task.product-sent-back',
        { reason: 'thiếu phụ lục', defects: [], rework: null },
        { at: at(5), ...assigner },
      ),
  ).tell('task-t', 'task.product-submitted', product, { at: at(9), recordedAt: at(14), ...lead });
  expect(mended.found(inForce)).toEqual([]);
});

const asked = (ledger: CaseLedger, kind: 'extension' | 'withdrawal' = 'extension'): CaseLedger =>
  ledger.tell(
    'task-t',
    `task.${kind}-requested`,
    { requestId: 'r', reason: 'chờ bộ', milestone: endOf(20) },
    { at: at(8), ...lead },
  );
const granted = (ledger: CaseLedger, when: string, recordedAt = when): CaseLedger =>
  ledger.tell(
    'task-t',
    'task.extension-granted',
    { requestId: 'r', formerDueAt: endOf(10), term, due: { ...due, dueAt: endOf(20) }, note: null },
    { at: when, recordedAt, ...assigner },
  );

it('R25 R26 more time asked for before the deadline and granted leaves nobody late, whenever it was granted or entered', () => {
  expect(granted(passed(asked(assigned())), at(9), at(14)).found(inForce)).toEqual([]);
  const slowly = granted(passed(asked(assigned())), at(13));
  expect(slowly.found(inForce)).toEqual([]);
  slowly.tell('task-t', 'task.deadline-passed', { dueAt: endOf(20), calendar, original: false }, { at: endOf(20) });
  const again = slowly.candidates(inForce);
  expect(again.map(({ at: when }) => when)).toEqual([endOf(20)]);
  expect(mitigations(again)).toContain('granted-extension');
  const rid = passed(asked(assigned(), 'withdrawal')).tell(
    'task-t',
    'task.withdrawal-granted',
    { requestId: 'r', note: null },
    { at: at(13), ...assigner },
  );
  expect(rid.found(inForce)).toEqual([]);
});

it('R25 R26 a request that lay unanswered when the deadline came stands beside it; an answer before it does not', () => {
  expect(mitigations(passed(asked(assigned())).candidates(inForce))).toContain('upstream-delay');
  const refused = { requestId: 'r', reason: 'không đủ lý do' };
  const before = passed(
    asked(assigned()).tell('task-t', 'task.extension-refused', refused, { at: at(9), ...assigner }),
  );
  expect(mitigations(before.candidates(inForce))).not.toContain('upstream-delay');
  const after = passed(asked(assigned())).tell('task-t', 'task.extension-refused', refused, {
    at: at(12),
    ...assigner,
  });
  expect(mitigations(after.candidates(inForce))).toContain('upstream-delay');
});

it('R23 R27 asks about what is overdue where only that duty binds, and cites the programme for its items alone', () => {
  const cited = (ledger: CaseLedger): readonly string[] =>
    passed(ledger)
      .candidates({ duties: ['R23', 'R25', 'R27'] })
      .flatMap(({ rules }) => rules.map(({ obligation }) => obligation));
  expect(passed(assigned()).found({ duties: ['R23'] })).toEqual(['overdue-task so-a of-so-a head-so-a']);
  expect(cited(assigned())).toEqual(['R25', 'R23']);
  const programme = { name: 'Chương trình công tác', year: 2025, quarter: null };
  expect(cited(assigned('t', { programme }))).toEqual(['R25', 'R27', 'R23']);
});
