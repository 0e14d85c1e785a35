import { expect, it } from '@jest/globals';
import { at, type CaseLedger, endOf, mitigations } from '../../../../../test/fixtures/domain/case-ledger.ts';
import { person } from '../../../../../test/fixtures/domain/case-reference.ts';
import { assigned, due, lead, passed, term } from '../../../../../test/fixtures/domain/case-task.ts';

const promised = (): CaseLedger =>
  assigned('t', { due: { ...due, dueAt: endOf(7) } })
    .tell(
      'task-t',
      'task.extension-requested',
      { requestId: 'r', reason: 'thiếu số liệu', milestone: endOf(10) },
      { at: at(5), ...lead },
    )
    .tell(
      'task-t',
      'task.extension-granted',
      { requestId: 'r', formerDueAt: endOf(7), term, due, note: null },
      { at: at(6), by: person('head-van-phong'), unit: 'van-phong' },
    )
    .tell(
      'task-t',
      'task.commitment-made',
      { commitmentId: 'k', milestone: endOf(10), madeBy: person('head-so-a'), unit: 'so-a' },
      { at: at(6), ...lead },
    );
const broken = (): CaseLedger =>
  passed(promised()).tell(
    'task-t',
    'task.commitment-broken',
    { commitmentId: 'k', milestone: endOf(10) },
    { at: endOf(10) },
  );

it('R26 a broken commitment and the passed deadline are one incident, the commitment first', () => {
  const candidates = broken().candidates({ duties: ['R25', 'R26'] });
  expect(candidates.map(({ kind, performer }) => [kind, performer])).toEqual([
    ['broken-commitment', person('head-so-a')],
  ]);
  expect(mitigations(candidates)).toContain('granted-extension');
  expect(broken().found({ duties: ['R99'] })).toEqual([]);
});

it('R26 a product handed in by the milestone keeps the promise, whenever it was entered', () => {
  const kept = broken().tell(
    'task-t',
    'task.product-submitted',
    { product: { number: '1', symbol: null, issuedOn: null, title: null } },
    { at: at(9), recordedAt: at(14), ...lead },
  );
  expect(kept.found({ duties: ['R25', 'R26'] })).toEqual([]);
});

it('R26 a promise that the assigner replaced in time, entered later, is asked of nobody', () => {
  const replaced = broken()
    .tell(
      'task-t',
      'task.extension-requested',
      { requestId: 'r2', reason: 'bão', milestone: endOf(20) },
      { at: at(9), recordedAt: at(12), ...lead },
    )
    .tell(
      'task-t',
      'task.extension-granted',
      { requestId: 'r2', formerDueAt: endOf(10), term, due: { ...due, dueAt: endOf(20) }, note: null },
      { at: at(12), by: person('head-van-phong'), unit: 'van-phong' },
    );
  expect(replaced.found({ duties: ['R25', 'R26'] })).toEqual([]);
});
