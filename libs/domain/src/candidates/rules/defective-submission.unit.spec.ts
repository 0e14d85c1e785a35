import { expect, it } from '@jest/globals';
import { at, CaseLedger, holder } from '../../../../../test/fixtures/domain/case-ledger.ts';
import { basis } from '../../../../../test/fixtures/domain/case-reference.ts';

const an = holder('of-so-a', 'so-a');

const office = holder('of-van-phong', 'van-phong');
const round = (ledger: CaseLedger, day: number): CaseLedger =>
  ledger
    .moved('dossier.submitted', 'x', [an, office], at(day))
    .tell(
      'dossier-x',
      'submission.returned',
      { submitter: 'so-a', defects: ['thiếu phụ lục'], basis },
      { at: at(day, 15), by: office.party, unit: 'van-phong' },
    )
    .moved('dossier.returned', 'x', [office, an], at(day, 15));
const once = (): CaseLedger => round(new CaseLedger().registered('x', an, at(0)), 1);

it('R22 the first return is what the gate is for; the second is a question to the submitter', () => {
  expect(once().found({ duties: ['R22'] })).toEqual([]);
  expect(round(once(), 3).found({ duties: ['R22'] })).toEqual(['defective-submission so-a of-so-a head-so-a']);
  expect(round(once(), 3).found({ duties: ['R20'] })).toEqual([]);
});
