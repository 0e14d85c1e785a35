import { expect, it } from '@jest/globals';
import { actor } from '../../../../../test/fixtures/domain/organisation.ts';
import { judgedAfter, reportUp, toCentral } from '../../../../../test/fixtures/domain/recommendation.ts';
import { committeeReportsToCentral } from './committee-reports-to-central.ts';

const primeMinister = { level: 'central', body: 'Thủ tướng Chính phủ' } as const;

it('R72 refuses a unit that reports to the Prime Minister itself, or sideways', () => {
  expect(committeeReportsToCentral(judgedAfter({ ...reportUp, to: primeMinister }, toCentral))?.code).toBe(
    'recommendation.central-report-not-by-committee',
  );
  const sideways = { ...reportUp, to: { level: 'province', unit: 'stc' } } as const;
  expect(committeeReportsToCentral(judgedAfter(sideways, toCentral))?.code).toBe('recommendation.report-not-upward');
});

it('R72 takes the unit to the committee, and the committee to the Prime Minister', () => {
  expect(committeeReportsToCentral(judgedAfter(reportUp, toCentral))).toBeNull();
  const byCommittee = { ...reportUp, actor: actor('chair', 'ubnd'), to: primeMinister };
  expect(committeeReportsToCentral(judgedAfter(byCommittee, toCentral))).toBeNull();
});
