import { expect, it } from '@jest/globals';
import type { FactOf } from '#domain/candidates/history.ts';
import { at, CaseLedger, endOf } from '../../../../../test/fixtures/domain/case-ledger.ts';
import { person } from '../../../../../test/fixtures/domain/case-reference.ts';

const signature = { drafter: person('of-so-a'), signer: person('head-so-a'), capacity: 'own' } as const;
const calendar = { calendar: 'vn', version: 0 };
type Requested = FactOf<'consultation.requested'>['data'];
const requested = (id: string, when: string, more: Partial<Requested> = {}, ledger = new CaseLedger()): CaseLedger =>
  ledger.tell(
    `consultation-${id}`,
    'consultation.requested',
    {
      consultationId: id,
      dossierId: 'x',
      requester: 'so-a',
      subject: 'Quy hoạch',
      questions: [{ questionId: 'q', text: 'Có thống nhất không?' }],
      addressees: [{ unit: 'so-b', relevance: null, legalBasis: null }],
      term: { kind: 'working-days', days: 5 },
      due: null,
      defects: [],
      document: null,
      signature,
      ...more,
    },
    { at: when, by: signature.signer, unit: 'so-a' },
  );
const delivered = (ledger: CaseLedger, when: string): CaseLedger =>
  ledger.tell(
    'consultation-c',
    'consultation.delivered',
    { unit: 'so-b', arrivalNumber: '1', registeredAt: when },
    { at: when, by: person('of-so-b'), unit: 'so-b' },
  );
const passed = (ledger: CaseLedger): CaseLedger =>
  ledger.tell(
    'consultation-c',
    'consultation.deadline-passed',
    { unit: 'so-b', dueAt: endOf(7), calendar, duty: 'owed' },
    { at: endOf(7) },
  );

const silent = (): CaseLedger => passed(delivered(requested('c', at(0)), at(0, 15)));

it('R17 R15 silence is a question to the body, one incident with what binds it', () => {
  expect(silent().found({ duties: ['R15', 'R17'] })).toEqual(['silent-opinion so-b - head-so-b']);
  const [only] = silent().candidates({ duties: ['R15', 'R17'] });
  expect(only?.rules.map(({ obligation }) => obligation)).toEqual(['R17', 'R15']);
  expect(silent().found({ duties: ['R99'] })).toEqual([]);
});

it('R06 a return in time owes nothing more', () => {
  const returned = delivered(requested('c', at(0)), at(0, 15)).tell(
    'consultation-c',
    'consultation.returned',
    { unit: 'so-b', reason: 'sai nơi', basis: { text: 'chức năng', clause: null }, rightUnit: null },
    { at: at(1), by: person('of-so-b'), unit: 'so-b' },
  );
  expect(passed(returned).found({ duties: ['R06', 'R15', 'R17'] })).toEqual([]);
});
