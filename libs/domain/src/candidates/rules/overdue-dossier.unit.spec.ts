import { describe, expect, it } from '@jest/globals';
import { at, CaseLedger, holder, mitigations } from '../../../../../test/fixtures/domain/case-ledger.ts';
import { person } from '../../../../../test/fixtures/domain/case-reference.ts';

const an = holder('of-so-a', 'so-a');
const binh = holder('of-so-b', 'so-b');

const completed = (
  ledger: CaseLedger,
  who: ReturnType<typeof holder>,
  when: string,
  deadline: string | null,
): CaseLedger =>
  ledger.tell(
    'dossier-x',
    'dossier.completed',
    {
      product: { number: '1', symbol: null, issuedOn: null, title: null },
      outcome: 'granted',
      holder: who,
      heldSince: at(0),
      deadline,
    },
    { at: when, by: who.party, unit: who.unit },
  );

const late = (): CaseLedger => new CaseLedger().registered('x', an, at(0), at(10));
const inForce = { duties: ['R23'], decides: null };

describe("R23 a deadline of the law that ended in somebody's hands", () => {
  it('R23 is laid at the door of who held the dossier just then, and of nobody who got it later', () => {
    const passedOn = late().moved('dossier.handed-off', 'x', [an, binh], at(11));
    expect(passedOn.found(inForce)).toEqual(['overdue-dossier so-a of-so-a head-so-a']);
    expect(completed(passedOn, binh, at(20), at(10)).found(inForce)).toHaveLength(1);
  });

  it('R23 is none in time, before the deadline, or where it does not bind', () => {
    expect(completed(late(), an, at(9), at(10)).found(inForce)).toEqual([]);
    expect(late().found(inForce, at(9))).toEqual([]);
    expect(late().found({ ...inForce, duties: ['R99'] })).toEqual([]);
  });

  it('R23 a corrected deadline is the deadline', () => {
    const corrected = late().tell(
      'dossier-x',
      'dossier.corrected',
      {
        correctsEventId: 'dossier-x/0',
        changes: { deadline: null },
        reason: 'ghi nhầm',
        approver: person('head-so-a'),
      },
      { at: at(2), by: an.party, unit: 'so-a' },
    );
    expect(corrected.found(inForce)).toEqual([]);
  });

  it('R23 shows that others had it for most of the time before, or in between', () => {
    const upstream = late().moved('dossier.handed-off', 'x', [an, binh], at(9));
    expect(mitigations(upstream.candidates(inForce))).toContain('upstream-delay');
    const stopped = late()
      .moved('dossier.handed-off', 'x', [an, binh], at(3))
      .moved('dossier.returned', 'x', [binh, an], at(4));
    expect(mitigations(stopped.candidates(inForce))).toContain('clock-stopped');
  });
});
