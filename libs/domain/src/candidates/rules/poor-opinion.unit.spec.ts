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
const answer = {
  unit: 'so-b',
  answers: [],
  document: null,
  signature: { drafter: person('of-so-b'), signer: person('head-so-b'), capacity: 'own' },
} as const;

const assessed = (quality: 'generic' | 'adequate' = 'generic', by = person('of-so-a')): CaseLedger =>
  delivered(requested('c', at(0)), at(0, 15))
    .tell('consultation-c', 'consultation.answered', answer, { at: at(3), by: person('head-so-b'), unit: 'so-b' })
    .tell(
      'consultation-c',
      'consultation.quality-assessed',
      {
        assessmentId: 'd',
        unit: 'so-b',
        questionId: 'q',
        quality,
        quotedSentence: 'đề nghị xem xét',
        reason: 'chung chung',
      },
      { at: at(4), by, unit: 'so-a' },
    );
const settled = (outcome: 'confirmed' | 'set-aside'): CaseLedger =>
  assessed().tell(
    'consultation-c',
    'consultation.assessment-settled',
    { assessmentId: 'd', unit: 'so-b', outcome, reason: 'đã xem' },
    { at: at(6), by: person('of-van-phong'), unit: 'van-phong' },
  );
const inForce = { duties: ['R16'] };

it("R16 carries a named person's assessment on, until it is set aside", () => {
  expect(assessed().found(inForce)).toEqual(['poor-opinion so-b head-so-b head-so-b']);
  expect(settled('confirmed').found(inForce)).toHaveLength(1);
  expect(settled('set-aside').found(inForce)).toEqual([]);
  expect(assessed('adequate').found(inForce)).toEqual([]);
  expect(assessed().found({ duties: ['R99'] })).toEqual([]);
});

it('R16 no machine judges a text', () => {
  expect(assessed('generic', { kind: 'account', id: 'may' } as never).found(inForce)).toEqual([]);
});

it('R16 a contested assessment shows as contested', () => {
  const contested = assessed().tell(
    'consultation-c',
    'consultation.assessment-contested',
    { assessmentId: 'd', unit: 'so-b', statement: 'đã nêu rõ' },
    { at: at(5), by: person('head-so-b'), unit: 'so-b' },
  );
  expect(mitigations(contested.candidates(inForce))).toContain('contested');
});
