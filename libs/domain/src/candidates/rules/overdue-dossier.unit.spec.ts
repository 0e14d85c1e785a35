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

  const corrects = (ledger: CaseLedger, event: number, changes: object, when: string): CaseLedger =>
    ledger.tell(
      'dossier-x',
      'dossier.corrected',
      { correctsEventId: `dossier-x/${String(event)}`, changes, reason: 'ghi nhầm', approver: person('head-so-a') },
      { at: when, by: an.party, unit: 'so-a' },
    );

  it('R23 asks nobody for the time in a hand that it came to by a wrong entry only', () => {
    const wrong = corrects(late().moved('dossier.handed-off', 'x', [an, binh], at(3)), 1, {}, at(5));
    expect(wrong.found(inForce)).toEqual([]);
    const back = wrong.moved('dossier.returned', 'x', [binh, an], at(30));
    expect(back.found({ duties: ['R06', 'R23', 'R64'], decides: null }, at(31))).toEqual([]);
  });

  it('R23 a correction that was a wrong entry itself corrects nothing, and one of it restores what it marked', () => {
    const shorter = (): CaseLedger =>
      corrects(new CaseLedger().registered('x', an, at(0), at(200)), 0, { deadline: at(10) }, at(2));
    expect(shorter().found(inForce, at(100))).toHaveLength(1);
    expect(corrects(shorter(), 1, {}, at(12)).found(inForce, at(100))).toEqual([]);
    expect(corrects(corrects(shorter(), 1, {}, at(12)), 2, {}, at(13)).found(inForce, at(100))).toHaveLength(1);
  });

  it('R23 R15 shows that a body asked about it had let its own last day pass, and that papers were awaited', () => {
    const waiting = late()
      .tell(
        'dossier-x',
        'supplement.requested',
        { ordinal: 1, papers: ['trích lục'], reason: 'thiếu' },
        { at: at(1), by: an.party, unit: 'so-a' },
      )
      .tell(
        'consultation-c',
        'consultation.requested',
        {
          consultationId: 'c',
          dossierId: 'x',
          requester: 'so-a',
          subject: 's',
          questions: [{ questionId: 'q', text: '?' }],
          addressees: [{ unit: 'so-b', relevance: null, legalBasis: null }],
          term: null,
          due: null,
          defects: [],
          document: null,
          signature: { drafter: an.party, signer: an.party, capacity: 'own' },
        },
        { at: at(1), by: an.party, unit: 'so-a' },
      )
      .tell(
        'consultation-c',
        'consultation.delivered',
        { unit: 'so-b', arrivalNumber: '1', registeredAt: at(1) },
        { at: at(1), by: binh.party, unit: 'so-b' },
      );
    const passed = { unit: 'so-b', dueAt: at(8), calendar: { calendar: 'vn', version: 0 }, duty: 'owed' } as const;
    expect(mitigations(waiting.candidates(inForce))).not.toContain('upstream-delay');
    waiting.tell('consultation-c', 'consultation.deadline-passed', passed, { at: at(8) });
    const found = mitigations(waiting.candidates(inForce));
    expect(found).toContain('upstream-delay');
    expect(found).toContain('clock-stopped');
  });

  it('R23 a leave of the head, too, and an objection of the head stand beside it', () => {
    const away = late().tell(
      'office-l',
      'leave.recorded',
      { leaveId: 'l', officer: 'head-so-a', unit: 'so-a', from: at(5), to: at(12), kind: 'ốm' },
      { at: at(4), by: person('of-so-a'), unit: 'so-a' },
    );
    expect(mitigations(away.candidates(inForce))).toContain('leave');
    const objected = (officer: string): CaseLedger =>
      late().tell(
        'dossier-x',
        'objection.recorded',
        { objector: person(officer), order: 'dừng', grounds: 'trái luật', document: null },
        { at: at(4), by: person(officer), unit: 'so-a' },
      );
    expect(mitigations(objected('head-so-a').candidates(inForce))).toContain('written-objection');
    expect(mitigations(objected('head-so-b').candidates(inForce))).not.toContain('written-objection');
  });

  it('R23 what was completed at the last moment is in time', () =>
    expect(completed(late(), an, at(10), at(10)).found(inForce)).toEqual([]));

  it('R08 R23 what was objected to or reported only afterwards does not stand beside it', () => {
    const reported = (when: string): CaseLedger =>
      late()
        .tell(
          'office-o',
          'obstacle.reported',
          { obstacleId: 'o', unit: 'so-a', channel: 'ubnd', concerns: ['dossier-x'], content: 'thiếu bản đồ' },
          { at: when, by: an.party, unit: 'so-a' },
        )
        .tell(
          'dossier-x',
          'objection.recorded',
          { objector: an.party, order: 'dừng', grounds: 'trái luật', document: null },
          { at: when, by: an.party, unit: 'so-a' },
        );
    const before = mitigations(reported(at(9)).candidates(inForce));
    expect(before).toEqual(expect.arrayContaining(['obstacle-reported', 'written-objection']));
    const after = mitigations(reported(at(11)).candidates(inForce));
    expect(after).not.toContain('obstacle-reported');
    expect(after).not.toContain('written-objection');
  });
});
