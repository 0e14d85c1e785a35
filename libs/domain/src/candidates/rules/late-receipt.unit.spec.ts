import { expect, it } from '@jest/globals';
import { at, CaseLedger, endOf } from '../../../../../test/fixtures/domain/case-ledger.ts';
import { person } from '../../../../../test/fixtures/domain/case-reference.ts';

const issued = (): CaseLedger =>
  new CaseLedger().tell(
    'directive-d',
    'directive.issued',
    {
      directiveId: 'd',
      issuer: 'ubnd',
      document: { number: '1', symbol: 'CT', issuedOn: null, title: null },
      duty: 'rà soát',
      recipients: [
        { unit: 'so-a', role: 'execute' },
        { unit: 'so-b', role: 'know' },
      ],
      reissueOf: null,
    },
    { at: at(0), by: person('head-ubnd'), unit: 'ubnd' },
  );
const confirmed = (ledger: CaseLedger, unit: string, when: string): CaseLedger =>
  ledger.tell(
    'directive-d',
    'directive.receipt-confirmed',
    { unit, arrivalNumber: '1', receivedAt: at(0) },
    { at: when, by: person(`of-${unit}`), unit },
  );

it('R77 receipt is confirmed the same day by who is to execute; who is to know owes nothing', () => {
  expect(confirmed(issued(), 'so-a', at(0, 17)).found({ duties: ['R77'] })).toEqual([]);
  expect(confirmed(issued(), 'so-a', endOf(0)).found({ duties: ['R77'] })).toEqual([]);
  expect(confirmed(issued(), 'so-a', at(1)).found({ duties: ['R77'] })).toEqual([
    'late-receipt so-a of-so-a head-so-a',
  ]);
  expect(confirmed(issued(), 'so-b', at(1)).found({ duties: ['R77'] })).toEqual([]);
  expect(confirmed(issued(), 'so-a', at(1)).found({ duties: ['R99'] })).toEqual([]);
});
