import { describe, expect, it } from '@jest/globals';
import { at, type CaseLedger, endOf, mitigations } from '../../../../../test/fixtures/domain/case-ledger.ts';
import { person } from '../../../../../test/fixtures/domain/case-reference.ts';
import { calendar, requested, delivered, passed } from '../../../../../test/fixtures/domain/case-opinion.ts';

const answer = {
  unit: 'so-b',
  answers: [],
  document: null,
  signature: { drafter: person('of-so-b'), signer: person('head-so-b'), capacity: 'own' },
} as const;

const late = (): CaseLedger =>
  passed(delivered(requested('c', at(0)), at(0, 15))).tell(
    'consultation-c',
    'consultation.late-answer-received',
    { ...answer, dueAt: endOf(7) },
    { at: at(9), by: person('head-so-b'), unit: 'so-b' },
  );
const inForce = { duties: ['R15'] };

describe('R15 an opinion given after the last day', () => {
  it('R15 is a candidate for who drafted it and for the head of that day', () => {
    expect(late().found(inForce)).toEqual(['late-opinion so-b of-so-b head-so-b']);
    expect(late().found({ duties: ['R99'] })).toEqual([]);
  });

  it('R13 R15 nobody is late with an invalid request, one never delivered, or one voided for the deadline itself', () => {
    const invalid = passed(delivered(requested('c', at(0), { defects: ['deadline-missing'] }), at(1)));
    expect(invalid.found(inForce)).toEqual([]);
    expect(passed(requested('c', at(0))).found(inForce)).toEqual([]);
    const voided = late().tell(
      'consultation-c',
      'consultation.deemed-consent-voided',
      { unit: 'so-b', ground: 'extended', reason: 'đã gia hạn' },
      { at: at(10), by: person('of-so-a'), unit: 'so-a' },
    );
    expect(voided.found(inForce)).toEqual([]);
  });

  it('R15 an answer given in time but entered later is in time', () => {
    const entered = passed(delivered(requested('c', at(0)), at(0, 15))).tell(
      'consultation-c',
      'consultation.answered',
      answer,
      { at: at(6), recordedAt: at(9), by: person('head-so-b'), unit: 'so-b' },
    );
    expect(entered.found(inForce)).toEqual([]);
  });

  it('R15 says beside it that the request was long on its way', () => {
    const slow = passed(delivered(requested('c', at(0)), at(4))).tell(
      'consultation-c',
      'consultation.late-answer-received',
      { ...answer, dueAt: endOf(7) },
      { at: at(9), by: person('head-so-b'), unit: 'so-b' },
    );
    expect(mitigations(slow.candidates(inForce))).toContain('upstream-delay');
  });

  const extended = (ledger: CaseLedger, when: string, recordedAt = when): CaseLedger =>
    ledger.tell(
      'consultation-c',
      'consultation.extended',
      {
        unit: 'so-b',
        formerDueAt: endOf(7),
        term: { kind: 'working-days', days: 10 },
        due: { dueAt: endOf(14), calendar, remindAt: { before: at(11), due: at(14), after: at(15) } },
        reason: 'chờ số liệu',
      },
      { at: when, recordedAt, by: person('head-so-a'), unit: 'so-a' },
    );
  const answered = (ledger: CaseLedger, when: string): CaseLedger =>
    ledger.tell('consultation-c', 'consultation.answered', answer, {
      at: when,
      by: person('head-so-b'),
      unit: 'so-b',
    });
  const passedAgain = (ledger: CaseLedger): CaseLedger =>
    ledger.tell(
      'consultation-c',
      'consultation.deadline-passed',
      { unit: 'so-b', dueAt: endOf(14), calendar, duty: 'owed' },
      { at: endOf(14) },
    );
  const asked = (): CaseLedger => delivered(requested('c', at(0)), at(0, 15));

  it('R15 R27 more time given by the last day and entered after it leaves nobody late, until that is over, too', () => {
    const more = (): CaseLedger => extended(passed(asked()), at(7), at(8));
    expect(more().found(inForce)).toEqual([]);
    expect(answered(more(), at(12)).found(inForce)).toEqual([]);
    const silent = passedAgain(more()).candidates(inForce);
    expect(silent.map(({ kind, at: when }) => [kind, when])).toEqual([['silent-opinion', endOf(14)]]);
    expect(mitigations(silent)).toContain('granted-extension');
  });

  it('R15 R17 a consent voided because of an extension frees from that deadline, not from the next', () => {
    const voided = passed(asked()).tell(
      'consultation-c',
      'consultation.deemed-consent-voided',
      { unit: 'so-b', ground: 'extended', reason: 'đã gia hạn' },
      { at: at(8), by: person('of-so-a'), unit: 'so-a' },
    );
    expect(passedAgain(extended(voided, at(7), at(9))).found(inForce)).toHaveLength(1);
  });
});
