import { expect, it } from '@jest/globals';
import type { FactOf } from '#domain/candidates/history.ts';
import { at, CaseLedger, mitigations } from '../../../../../test/fixtures/domain/case-ledger.ts';
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
const delivered = (ledger: CaseLedger, when: string): CaseLedger =>
  ledger.tell(
    'consultation-c',
    'consultation.delivered',
    { unit: 'so-b', arrivalNumber: '1', registeredAt: when },
    { at: when, by: person('of-so-b'), unit: 'so-b' },
  );

const returned = (when: string, more: Partial<Requested> = {}): CaseLedger =>
  delivered(requested('c', at(0), more), at(1)).tell(
    'consultation-c',
    'consultation.returned',
    { unit: 'so-b', reason: 'sai nơi', basis: { text: 'chức năng', clause: null }, rightUnit: null },
    { at: when, by: person('of-so-b'), unit: 'so-b' },
  );

it('R06 a request goes back at once; a prompt return is no candidate', () => {
  expect(returned(at(2, 16)).found({ duties: ['R06'] })).toEqual([]);
  expect(returned(at(4)).found({ duties: ['R06'] })).toEqual(['late-return so-b of-so-b head-so-b']);
  expect(returned(at(4)).found({ duties: ['R99'] })).toEqual([]);
});

it('R13 says beside it that the request was invalid', () => {
  const invalid = returned(at(4), { defects: ['questions-missing'] });
  expect(mitigations(invalid.candidates({ duties: ['R06'] }))).toContain('invalid-request');
});
