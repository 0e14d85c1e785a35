import { expect, it } from '@jest/globals';
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

const rounds = (count: number, more: (round: number) => Partial<Requested> = () => ({})): CaseLedger => {
  const ledger = new CaseLedger();
  for (let round = 0; round < count; round += 1) requested(`c${String(round)}`, at(round * 7), more(round), ledger);
  return ledger;
};
const inForce = { duties: ['R11', 'R14'] };

it('R11 R14 the third round on the same content to the same body is a question to the requester', () => {
  expect(rounds(2).found(inForce)).toEqual([]);
  expect(rounds(3).found(inForce)).toEqual(['over-consultation so-a head-so-a head-so-a']);
  expect(rounds(3).found({ ...inForce, parameters: { maxRoundsSameBody: 3 } })).toEqual([]);
  expect(rounds(3).found({ duties: ['R99'] })).toEqual([]);
});

it('R11 other content, another body or a withdrawn round is no repetition', () => {
  expect(rounds(3, (round) => ({ subject: `Nội dung ${String(round)}` })).found(inForce)).toEqual([]);
  const bodies = ['so-b', 'so-c', 'so-d'];
  const others = rounds(3, (round) => ({
    addressees: [{ unit: bodies[round] ?? '', relevance: null, legalBasis: null }],
  }));
  expect(others.found(inForce)).toEqual([]);
  const withdrawn = rounds(3).tell(
    'consultation-c1',
    'consultation.withdrawn',
    { unit: null, reason: 'nhầm' },
    { at: at(8), by: person('of-so-a'), unit: 'so-a' },
  );
  expect(withdrawn.found(inForce)).toEqual([]);
});
