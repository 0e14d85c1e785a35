import { expect, it } from '@jest/globals';
import type { Party } from '#domain/kernel/event.ts';
import type { FactOf } from '#domain/candidates/history.ts';
import { at, CaseLedger } from '../../../../../test/fixtures/domain/case-ledger.ts';
import { person } from '../../../../../test/fixtures/domain/case-reference.ts';

const signature = { drafter: person('of-so-a'), signer: person('head-so-a'), capacity: 'own' } as const;
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

const marked = (assessor: Party): CaseLedger =>
  requested('c', at(0)).tell(
    'consultation-c',
    'consultation.addressee-marked-unrelated',
    { unit: 'so-b', reason: 'không liên quan', assessor },
    { at: at(2), by: assessor, unit: 'van-phong' },
  );

it("R14 a named person's mark is a question to the requester; without a person there is none", () => {
  expect(marked(person('of-van-phong')).found({ duties: ['R14'] })).toEqual([
    'unrelated-addressee so-a head-so-a head-so-a',
  ]);
  expect(marked({ kind: 'account', id: 'may' }).found({ duties: ['R14'] })).toEqual([]);
  expect(marked(person('of-van-phong')).found({ duties: ['R99'] })).toEqual([]);
});
