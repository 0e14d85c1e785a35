import { expect, it } from '@jest/globals';
import { at, CaseLedger, holder } from '../../../../../test/fixtures/domain/case-ledger.ts';

const an = holder('of-so-a', 'so-a');

const asked = (ledger: CaseLedger, day: number): CaseLedger =>
  ledger.tell(
    'dossier-x',
    'supplement.requested',
    { ordinal: 1, papers: ['sổ đỏ'], reason: 'thiếu' },
    { at: at(day), by: an.party, unit: 'so-a' },
  );

it('R62 papers may be asked of the citizen once', () => {
  const once = asked(new CaseLedger().registered('x', an, at(0)), 1);
  expect(once.found({ duties: ['R62'] })).toEqual([]);
  const twice = asked(asked(new CaseLedger().registered('x', an, at(0)), 1), 3);
  expect(twice.found({ duties: ['R62'] })).toEqual(['repeated-supplement so-a of-so-a head-so-a']);
  expect(twice.found({ duties: ['R62'], parameters: { supplementsAllowed: 2 } })).toEqual([]);
  expect(twice.found({ duties: ['R64'], parameters: { inactionWorkingDays: 900 } })).toEqual([]);
});
