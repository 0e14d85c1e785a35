import { expect, it } from '@jest/globals';
import type { RecommendationAddressee } from '#domain/recommendation/events.ts';
import { at, CaseLedger, endOf, mitigations } from '../../../../../test/fixtures/domain/case-ledger.ts';
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

const reportedUp = (day: number, workingDays = 0): CaseLedger =>
  overdue(sent(central), 'no-reply').tell(
    'recommendation-k',
    'recommendation.reported-up',
    { to: agency, document: null, ownDelay: { workingDays, calendar } },
    { at: at(day), by: person('head-so-a'), unit: 'so-a' },
  );

it('R72 what the central level left and the sender did not report upward within a week is a question to its head', () => {
  expect(overdue(sent(central), 'no-reply').found({ duties: ['R72'] })).toEqual([
    'unreported-recommendation so-a - head-so-a',
  ]);
  expect(reportedUp(10).found({ duties: ['R72'] })).toEqual([]);
  expect(reportedUp(30).found({ duties: ['R72'] })).toHaveLength(1);
  expect(overdue(sent(agency), 'no-reply').found({ duties: ['R72'] })).toEqual([]);
  expect(overdue(sent(central), 'no-reply').found({ duties: ['R99'] })).toEqual([]);
});

it('R72 the sender’s own delay speaks for the agency, never for the sender itself', () => {
  expect(mitigations(reportedUp(30, 15).candidates({ duties: ['R72'] }))).not.toContain('sender-own-delay');
});
