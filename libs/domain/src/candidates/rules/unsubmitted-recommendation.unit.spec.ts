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
const overdue = (ledger: CaseLedger, category: 'no-reply' | 'not-submitted'): CaseLedger =>
  ledger.tell('recommendation-k', 'recommendation.overdue', { category, dueAt: endOf(7), calendar }, { at: endOf(7) });
const agency: RecommendationAddressee = { level: 'province', unit: 'so-b' };

it('R75 what is for the committee and was not submitted is a question to the head of the agency', () => {
  expect(overdue(sent(agency), 'not-submitted').found({ duties: ['R75'] })).toEqual([
    'unsubmitted-recommendation so-b - head-so-b',
  ]);
  expect(overdue(sent(agency), 'no-reply').found({ duties: ['R75'] })).toEqual([]);
  expect(overdue(sent(agency), 'not-submitted').found({ duties: ['R99'] })).toEqual([]);
});
