import { expect, it } from '@jest/globals';
import { at, type CaseLedger } from '../../../../../test/fixtures/domain/case-ledger.ts';
import { person } from '../../../../../test/fixtures/domain/case-reference.ts';
import { assigned, passed } from '../../../../../test/fixtures/domain/case-task.ts';

const report = (ledger: CaseLedger, day: number): CaseLedger =>
  ledger.tell(
    'office-b',
    'report.issued',
    {
      reportId: 'b',
      kind: 'overdue',
      unit: 'van-phong',
      to: 'ubnd',
      periodFrom: '2025-08-01',
      periodTo: '2025-08-15',
      named: ['so-a'],
      document: null,
    },
    { at: at(day), by: person('head-van-phong'), unit: 'van-phong' },
  );
const inForce = { duties: ['R29'] };

it('R29 arrears that the Office did not report within a week are a question to its head', () => {
  expect(passed(assigned()).found(inForce)).toEqual(['unreported-overdue van-phong - head-van-phong']);
  expect(passed(assigned()).found({ duties: ['R99'] })).toEqual([]);
});

it('R29 is none when reported, before the limit, or where it is not certain whose watch it was', () => {
  expect(report(passed(assigned()), 14).found(inForce)).toEqual([]);
  expect(passed(assigned()).found(inForce, at(16))).toEqual([]);
  expect(passed(assigned('t', { assigner: 'ubnd' })).found(inForce)).toEqual([]);
});
