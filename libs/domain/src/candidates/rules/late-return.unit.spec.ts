import { describe, expect, it } from '@jest/globals';
import { at, CaseLedger, endOf, holder } from '../../../../../test/fixtures/domain/case-ledger.ts';

const an = holder('of-so-a', 'so-a');
const binh = holder('of-so-b', 'so-b');

const returned = (when: string): CaseLedger =>
  new CaseLedger()
    .registered('x', an, at(0))
    .moved('dossier.handed-off', 'x', [an, binh], at(1))
    .moved('dossier.returned', 'x', [binh, an], when);
const inForce = { duties: ['R06'] };

describe("R06 returning what is not in one's function", () => {
  it('R06 a prompt return is a duty done: no candidate until the end of the next working day', () => {
    expect(returned(at(1, 16)).found(inForce)).toEqual([]);
    expect(returned(endOf(2)).found(inForce)).toEqual([]);
    expect(returned(at(3, 0)).found(inForce)).toEqual(['late-return so-b of-so-b head-so-b']);
  });

  it('R06 days off do not count', () => {
    const friday = new CaseLedger()
      .registered('x', an, at(0))
      .moved('dossier.handed-off', 'x', [an, binh], at(4))
      .moved('dossier.returned', 'x', [binh, an], at(7, 16));
    expect(friday.found(inForce)).toEqual([]);
  });

  it('R06 is none where it does not bind, nor after work was done on the dossier', () => {
    expect(returned(at(9)).found({ duties: ['R99'] })).toEqual([]);
    const worked = new CaseLedger()
      .registered('x', an, at(0))
      .moved('dossier.handed-off', 'x', [an, binh], at(1))
      .tell(
        'dossier-x',
        'dossier.step-performed',
        { step: 'thẩm định', performer: binh, note: null },
        { at: at(2), by: binh.party, unit: 'so-b' },
      )
      .moved('dossier.returned', 'x', [binh, an], at(9));
    expect(worked.found(inForce)).toEqual([]);
  });

  it('R06 takes the limit from the rule in force', () => {
    expect(returned(at(3)).found({ ...inForce, parameters: { returnWorkingDays: 3 } })).toEqual([]);
  });

  it('R06 an urgent paper goes back within half a day of office hours', () => {
    const urgent = (when: string): CaseLedger =>
      new CaseLedger()
        .registered('x', an, at(0))
        .tell(
          'dossier-x',
          'dossier.corrected',
          { correctsEventId: 'dossier-x/0', changes: { urgency: 'urgent' }, reason: 'khẩn', approver: an.party },
          { at: at(0), by: an.party, unit: 'so-a' },
        )
        .moved('dossier.handed-off', 'x', [an, binh], at(1, 8))
        .moved('dossier.returned', 'x', [binh, an], when);
    expect(urgent(at(1, 11)).found(inForce)).toEqual([]);
    expect(urgent(at(2, 8)).found(inForce)).toHaveLength(1);
  });
});
