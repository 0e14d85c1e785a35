import { expect, it } from '@jest/globals';
import { at, CaseLedger, holder } from '../../../../../test/fixtures/domain/case-ledger.ts';
import { person } from '../../../../../test/fixtures/domain/case-reference.ts';

const an = holder('of-so-a', 'so-a');

it('R64 carries a recorded refusal on, for the person it is recorded for', () => {
  const ledger = new CaseLedger()
    .registered('x', an, at(0))
    .tell(
      'dossier-x',
      'processing.refused',
      { unit: 'so-a', reason: 'không làm', recordedFor: an.party },
      { at: at(1), by: person('head-so-a'), unit: 'so-a' },
    );
  expect(ledger.found({ duties: ['R64'] }, at(2))).toEqual(['refused-processing so-a of-so-a head-so-a']);
  expect(ledger.found({ duties: ['R23'] }, at(2))).toEqual([]);
});
