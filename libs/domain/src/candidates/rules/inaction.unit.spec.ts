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
        addressees: [{ unit: 'so-b', relevance: null, legalBasis: null }],
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

  const asking = (ledger: CaseLedger, when: string, units: readonly string[] = ['so-b', 'so-c']): CaseLedger =>
    ledger.tell(
      'consultation-c',
      'consultation.requested',
      {
        consultationId: 'c',
        dossierId: 'x',
        requester: 'so-a',
        subject: 's',
        questions: [{ questionId: 'q', text: '?' }],
        addressees: units.map((unit) => ({ unit, relevance: null, legalBasis: null })),
        term: { kind: 'working-days', days: 5 },
        due: {
          dueAt: endOf(18),
          calendar: { calendar: 'vn', version: 0 },
          remindAt: { before: at(17), due: at(18), after: at(21) },
        },
        defects: [],
        document: null,
        signature: { drafter: an.party, signer: an.party, capacity: 'own' },
      },
      { at: when, by: an.party, unit: 'so-a' },
    );
  const returned = (ledger: CaseLedger, unit: string, when: string): CaseLedger =>
    ledger.tell(
      'consultation-c',
      'consultation.returned',
      { unit, reason: 'sai nơi', basis: { text: 'chức năng', clause: null }, rightUnit: null },
      { at: when, unit },
    );

  it('R64 to ask others is an act; one of two that is still awaited stops the clock until its last day', () => {
    expect(returned(returned(asking(idle(), at(9)), 'so-b', at(10)), 'so-c', at(10)).found(inForce, at(21))).toEqual(
      [],
    );
    const oneAwaited = returned(asking(idle(), at(1)), 'so-b', at(2));
    expect(oneAwaited.found(inForce, at(28))).toEqual([]);
    const [only] = oneAwaited.candidates(inForce, at(60));
    expect(only?.at).toBe(endOf(28 + 4));
    const both = returned(returned(asking(idle(), at(1)), 'so-b', at(2)), 'so-c', at(2));
    expect(both.found(inForce, at(28))).toHaveLength(1);
  });

  it('R64 R62 says nothing of the time in which a citizen was to bring papers', () => {
    const papers = idle().tell(
      'dossier-x',
      'supplement.requested',
      { ordinal: 1, papers: ['trích lục'], reason: 'thiếu' },
      { at: at(1), by: an.party, unit: 'so-a' },
    );
    expect(papers.found(inForce)).toEqual([]);
  });

  it('R33 R64 names neither of two officers where one holds it and another was made responsible', () => {
    const assigned = (officer: string): CaseLedger =>
      idle().tell(
        'dossier-x',
        'dossier.assigned',
        {
          leadUnit: 'so-a',
          coordinators: [],
          responsible: { kind: 'officer', id: officer },
          step: null,
          dueAt: null,
          basis: null,
        },
        { at: at(0, 10), by: an.party, unit: 'so-a' },
      );
    expect(assigned('head-so-a').found(inForce)).toEqual(['inaction so-a - head-so-a']);
    expect(assigned('of-so-a').found(inForce)).toEqual(['inaction so-a of-so-a head-so-a']);
  });
});
