import { expect, it } from '@jest/globals';
import { ledgerEvidence } from './ledger-evidence.ts';

it('R31 R38 refuse evidence that opens no event', () => {
  for (const evidence of ['', '-1', '1.5', 'biên bản', '1234567890123456789']) {
    expect(ledgerEvidence(['0', evidence])).toMatchObject({ code: 'office.evidence-malformed', facts: { evidence } });
  }
});

it('R31 R38 take positions, or none', () => {
  expect(ledgerEvidence(['0', '120'])).toBeNull();
  expect(ledgerEvidence([])).toBeNull();
});
