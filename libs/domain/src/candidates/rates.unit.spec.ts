import { expect, it } from '@jest/globals';
import { at, CaseLedger, endOf, holder } from '../../../../test/fixtures/domain/case-ledger.ts';
import { countsOf } from './rates.ts';

const an = holder('of-so-a', 'so-a');
const binh = holder('of-so-b', 'so-b');
const calendar = { calendar: 'vn', version: 0 };

const goods = (ledger: CaseLedger, unit: string, asOf = at(300)): readonly boolean[] =>
  ledger.histories.flatMap((history) => countsOf({ history, unit, asOf })).map(({ good }) => good);

const completed = (ledger: CaseLedger, who: typeof an, when: string): CaseLedger =>
  ledger.tell(
    'dossier-x',
    'dossier.completed',
    {
      product: { number: '1', symbol: null, issuedOn: null, title: null },
      outcome: 'granted',
      holder: who,
      heldSince: at(0),
      deadline: endOf(10),
    },
    { at: when, by: who.party, unit: who.unit },
  );
const registered = (): CaseLedger => new CaseLedger().registered('x', an, at(0), endOf(10));

it('R23 counts a dossier overdue for who held it then, and not for who received it overdue', () => {
  const late = completed(registered().moved('dossier.handed-off', 'x', [an, binh], at(12)), binh, at(13));
  expect(goods(late, 'so-a')).toEqual([false]);
  expect(goods(late, 'so-b')).toEqual([]);
  expect(goods(completed(registered(), an, at(9)), 'so-a')).toEqual([true]);
  expect(goods(registered(), 'so-a', endOf(9))).toEqual([]);
  expect(goods(registered(), 'so-a', at(11))).toEqual([false]);
});

const asked = (): CaseLedger =>
  new CaseLedger()
    .tell(
      'consultation-c',
      'consultation.requested',
      {
        consultationId: 'c',
        dossierId: null,
        requester: 'so-a',
        subject: 'Quy hoạch',
        questions: [{ questionId: 'q', text: '?' }],
        addressees: [{ unit: 'so-b', relevance: null, legalBasis: null }],
        term: { kind: 'working-days', days: 5 },
        due: null,
        defects: [],
        document: null,
        signature: { drafter: an.party, signer: an.party, capacity: 'own' },
      },
      { at: at(0), by: an.party, unit: 'so-a' },
    )
    .tell(
      'consultation-c',
      'consultation.delivered',
      { unit: 'so-b', arrivalNumber: '1', registeredAt: at(1) },
      { at: at(1), by: binh.party, unit: 'so-b' },
    );
const passed = (ledger: CaseLedger): CaseLedger =>
  ledger.tell(
    'consultation-c',
    'consultation.deadline-passed',
    { unit: 'so-b', dueAt: endOf(7), calendar, duty: 'owed' },
    { at: endOf(7) },
  );
const answered = (ledger: CaseLedger, when: string, recordedAt = when): CaseLedger =>
  ledger.tell(
    'consultation-c',
    'consultation.answered',
    {
      unit: 'so-b',
      answers: [],
      document: null,
      signature: { drafter: binh.party, signer: binh.party, capacity: 'own' },
    },
    { at: when, recordedAt, by: binh.party, unit: 'so-b' },
  );

it('R15 R18 counts an answer given in time as such, though it was entered after the deadline had passed', () => {
  expect(goods(answered(asked(), at(6)), 'so-b')).toEqual([true]);
  expect(goods(answered(passed(asked()), at(6), at(9)), 'so-b')).toEqual([true]);
  expect(goods(passed(asked()), 'so-b')).toEqual([false]);
  expect(goods(asked(), 'so-b')).toEqual([]);
  expect(goods(passed(asked()), 'so-a')).toEqual([]);
});
