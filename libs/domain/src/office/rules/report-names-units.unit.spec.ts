import { expect, it } from '@jest/globals';
import { issueReport } from '../../../../../test/fixtures/domain/office.ts';
import { reportNamesUnits } from './report-names-units.ts';

const codeOf = (fields: object) => reportNamesUnits({ command: { ...issueReport, ...fields } })?.code ?? null;

it('R29 refuses a report of what is overdue that names nobody', () => {
  expect(codeOf({ named: [] })).toBe('report.names-nobody');
  expect(codeOf({})).toBeNull();
});

it('R30 takes a periodic report with nothing overdue, of one day or more', () => {
  expect(codeOf({ kind: 'periodic', named: [] })).toBeNull();
  expect(codeOf({ periodTo: '2025-06-01' })).toBeNull();
  expect(codeOf({ periodTo: '2025-05-31' })).toBe('office.period-empty');
  expect(codeOf({ periodFrom: 'tháng 6' })).toBe('act.moment-malformed');
  expect(codeOf({ periodTo: '2025-02-30' })).toBe('act.moment-malformed');
});
