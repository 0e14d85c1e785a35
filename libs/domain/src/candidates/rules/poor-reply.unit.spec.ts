import { expect, it } from '@jest/globals';
import type { RecommendationAddressee } from '#domain/recommendation/events.ts';
import { at, CaseLedger, endOf } from '../../../../../test/fixtures/domain/case-ledger.ts';
import { person } from '../../../../../test/fixtures/domain/case-reference.ts';

const calendar = { calendar: 'vn', version: 0 };
const sent = (to: RecommendationAddressee): CaseLedger =>
  new CaseLedger().tell(
    'recommendation-k',
    'recommendation.sent',
    {
      recommendationId: 'k',
      dossierId: null,
      sender: 'so-a',
      to,
      content: 'đề nghị hướng dẫn',
      obstacle: null,
      beyondAuthorityBasis: null,
      forCommittee: true,
      term: { kind: 'working-days', days: 5 },
      due: { dueAt: endOf(7), calendar },
      document: null,
      signature: { drafter: person('of-so-a'), signer: person('head-so-a'), capacity: 'own' },
    },
    { at: at(0), by: person('head-so-a'), unit: 'so-a' },
  );
const agency: RecommendationAddressee = { level: 'province', unit: 'so-b' };

const judged = (outcome: 'confirmed' | 'set-aside' | null): CaseLedger => {
  const ledger = sent(agency)
    .tell(
      'recommendation-k',
      'recommendation.answered',
      { stance: null, content: 'đề nghị theo quy định', document: null, late: false },
      { at: at(3), by: person('head-so-b'), unit: 'so-b' },
    )
    .tell(
      'recommendation-k',
      'recommendation.unresolved-reported',
      {
        report: 1,
        category: 'generic',
        quotedSentence: 'đề nghị theo quy định',
        reason: 'chung chung',
        to: 'ubnd',
        ownDelay: null,
      },
      { at: at(4), by: person('head-so-a'), unit: 'so-a' },
    );
  return outcome === null
    ? ledger
    : ledger.tell(
        'recommendation-k',
        'recommendation.unresolved-judged',
        { report: 1, outcome, grounds: 'đã xem' },
        { at: at(6), by: person('head-ubnd'), unit: 'ubnd' },
      );
};

it('R74 only a report confirmed by another person is carried on', () => {
  expect(judged('confirmed').found({ duties: ['R74'] })).toEqual(['poor-opinion so-b - head-so-b']);
  expect(judged(null).found({ duties: ['R74'] })).toEqual([]);
  expect(judged('set-aside').found({ duties: ['R74'] })).toEqual([]);
  expect(judged('confirmed').found({ duties: ['R99'] })).toEqual([]);
});
