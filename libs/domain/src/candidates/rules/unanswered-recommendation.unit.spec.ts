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
const central: RecommendationAddressee = { level: 'central', body: 'Bộ Tài chính' };

it('R73 no reply in time is a question to the head of the agency; the central level is outside the ledger', () => {
  expect(overdue(sent(agency), 'no-reply').found({ duties: ['R73'] })).toEqual([
    'unanswered-recommendation so-b - head-so-b',
  ]);
  expect(overdue(sent(agency), 'no-reply').found({ duties: ['R99'] })).toEqual([]);
  expect(overdue(sent(central), 'no-reply').found({ duties: ['R73'] })).toEqual([]);
});

it('R73 a reply given in time and entered later is in time', () => {
  const answered = overdue(sent(agency), 'no-reply').tell(
    'recommendation-k',
    'recommendation.answered',
    { stance: 'agree', content: 'thống nhất', document: null, late: false },
    { at: at(5), recordedAt: at(9), by: person('head-so-b'), unit: 'so-b' },
  );
  expect(answered.found({ duties: ['R73'] })).toEqual([]);
});
