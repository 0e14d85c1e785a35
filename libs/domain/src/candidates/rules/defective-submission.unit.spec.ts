import { expect, it } from '@jest/globals';
import type { Capacity } from '#domain/kernel/event.ts';
import { at, CaseLedger, holder, mitigations } from '../../../../../test/fixtures/domain/case-ledger.ts';
import { basis } from '../../../../../test/fixtures/domain/case-reference.ts';

const an = holder('of-so-a', 'so-a');

const office = holder('of-van-phong', 'van-phong');
const round = (ledger: CaseLedger, day: number, capacity: Capacity = 'own'): CaseLedger =>
  ledger
    .moved('dossier.submitted', 'x', [an, office], at(day))
    .tell(
      'dossier-x',
      'submission.returned',
      { submitter: 'so-a', defects: ['thiếu phụ lục'], basis },
      { at: at(day, 15), by: office.party, unit: 'van-phong', capacity },
    )
    .moved('dossier.returned', 'x', [office, an], at(day, 15));
const once = (): CaseLedger => round(new CaseLedger().registered('x', an, at(0)), 1);

it('R22 the first return is what the gate is for; the second is a question to the submitter', () => {
  expect(once().found({ duties: ['R22'] })).toEqual([]);
  expect(round(once(), 3).found({ duties: ['R22'] })).toEqual(['defective-submission so-a of-so-a head-so-a']);
  expect(round(once(), 3).found({ duties: ['R20'] })).toEqual([]);
});

it('R22 that the head of the gate was only acting says nothing in favour of the submitter', () => {
  const returned = round(round(new CaseLedger().registered('x', an, at(0)), 1, 'acting-head'), 3, 'acting-head');
  expect(mitigations(returned.candidates({ duties: ['R22'] }))).toEqual([]);
});
