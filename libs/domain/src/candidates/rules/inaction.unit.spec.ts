import { describe, expect, it } from '@jest/globals';
import { at, CaseLedger, endOf, holder } from '../../../../../test/fixtures/domain/case-ledger.ts';

const an = holder('of-so-a', 'so-a');

const idle = (): CaseLedger => new CaseLedger().registered('x', an, at(0));
const inForce = { duties: ['R64'], decides: null };

describe('R64 no act while holding', () => {
  it('R64 is a candidate after ten working days, at the end of the tenth', () => {
    expect(idle().found(inForce, endOf(14))).toEqual([]);
    const [only] = idle().candidates(inForce, at(15, 0));
    expect(only).toMatchObject({ kind: 'inaction', at: endOf(14), calendar: { version: 0 } });
  });

  it('R64 any act stops the clock; a shorter limit of the rule in force counts; elsewhere nothing', () => {
    const acting = idle().tell(
      'dossier-x',
      'dossier.step-performed',
      { step: 'thẩm định', performer: an, note: null },
      { at: at(8), by: an.party, unit: 'so-a' },
    );
    expect(acting.found(inForce, at(20))).toEqual([]);
    expect(idle().found({ ...inForce, parameters: { inactionWorkingDays: 3 } }, at(4))).toHaveLength(1);
    expect(idle().found({ ...inForce, duties: ['R23'] })).toEqual([]);
  });

  it('R64 time in which others were asked for their opinion does not count', () => {
    const asking = idle().tell(
      'consultation-c',
      'consultation.requested',
      {
        consultationId: 'c',
        dossierId: 'x',
        requester: 'so-a',
        subject: 's',
        questions: [],
        addressees: [],
        term: null,
        due: null,
        defects: [],
        document: null,
        signature: { drafter: an.party, signer: an.party, capacity: 'own' },
      },
      { at: at(1), by: an.party, unit: 'so-a' },
    );
    asking.tell(
      'consultation-c',
      'consultation.withdrawn',
      { unit: null, reason: 'xong' },
      { at: at(15), by: an.party, unit: 'so-a' },
    );
    expect(asking.found(inForce, at(20))).toEqual([]);
    expect(asking.found(inForce, at(40))).toHaveLength(1);
  });

  it('R64 R23 idleness and the passed deadline in one hand are one incident', () => {
    const late = new CaseLedger().registered('x', an, at(0), at(20));
    const [only, another] = late.candidates({ ...inForce, duties: ['R23', 'R64'] });
    expect(another).toBeUndefined();
    expect(only?.kind).toBe('overdue-dossier');
    expect(only?.rules.map(({ obligation }) => obligation)).toEqual(['R23', 'R64']);
  });
});
