import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { RecordedEvent } from '#domain/events.ts';
import type { RecommendationCommand } from '#domain/recommendation/commands.ts';
import {
  answer,
  confirmDelivery,
  contest,
  dueAt,
  judgeIt,
  judgeRecommendation,
  recommendationScenario,
  reportGeneric,
  reportUp,
  send,
  timePasses,
  toCentral,
} from '../../../../test/fixtures/domain/recommendation.ts';
import { hour } from '../../../../test/fixtures/domain/organisation.ts';
import { type OpenViews, openViews } from '../../../../test/support/open-views.ts';

const eventId = (position: number): string => `0197c2a0-7b1c-7000-8000-${String(position).padStart(12, '0')}`;

/** The events of one recommendation after another, as the ledger would have recorded them. */
const recorded = (...stories: readonly (readonly [id: string, acts: readonly RecommendationCommand[]])[]) => {
  const events: RecordedEvent[] = [];
  for (const [id, acts] of stories) {
    let revision = 0;
    for (const [index, command] of acts.entries()) {
      const decision = judgeRecommendation(recommendationScenario(command, ...acts.slice(0, index)));
      if (!decision.accepted) throw new Error(decision.refusal.code);
      for (const event of decision.events) {
        events.push({
          ...event,
          id: eventId(events.length),
          stream: `recommendation-${id}`,
          revision: revision++,
          position: BigInt(events.length),
          occurredAt: command.at,
          recordedAt: command.at,
          actor: command.actor.party,
          unit: command.actor.unit,
          capacity: command.actor.capacity,
          provenance: { kind: 'entered' },
          correlationId: 'story',
          causationId: null,
        });
      }
    }
  }
  return events;
};

const events = recorded(
  ['a', [send, confirmDelivery, timePasses(), reportUp]],
  ['b', [send, confirmDelivery, answer, reportGeneric, contest, judgeIt]],
  ['c', [toCentral]],
  ['d', [send]],
);

describe('views of recommendations', () => {
  let whole: OpenViews;
  let piecemeal: OpenViews;

  beforeAll(async () => {
    [whole, piecemeal] = await Promise.all([openViews(null, hour(300)), openViews(null, hour(300))]);
    await whole.views.apply(events);
    for (const event of events) await piecemeal.views.apply([event]);
  });
  afterAll(() => Promise.all([whole.close(), piecemeal.close()]));

  it('R73 are the same folded at once and event by event', async () => {
    const of = async ({ views: { queries } }: OpenViews): Promise<unknown> => [
      await queries.recommendations({}),
      await queries.unresolvedByAgency(),
      await Promise.all(['a', 'b', 'c', 'd'].map((id) => queries.recommendation(id))),
    ];
    expect(await of(piecemeal)).toEqual(await of(whole));
  });

  it('R73 R74 count what is overdue, what people found, and nothing of what never arrived', async () => {
    const { queries } = whole.views;
    const ids = async (filter: object) => (await queries.recommendations(filter)).items.map(({ id }) => id).sort();
    expect(await ids({ overdue: true })).toEqual(['a', 'c']);
    expect(await ids({ overdue: false })).toEqual(['b', 'd']);
    expect(await ids({ category: 'generic' })).toEqual(['b']);
    expect(await ids({ category: 'no-reply', to: 'stc' })).toEqual(['a']);
    expect(await queries.unresolvedByAgency()).toMatchObject([
      { unit: { id: 'stc' }, noReply: 1, genericOrNoStance: 1, confirmed: 1, oldestDueAt: dueAt },
    ]);
  });

  it('pages without loss or repetition', async () => {
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await whole.views.queries.recommendations({ limit: 1, cursor });
      seen.push(...page.items.map(({ id }) => id));
      cursor = page.next ?? undefined;
    } while (cursor !== undefined);
    expect(seen.sort()).toEqual(['a', 'b', 'c', 'd']);
  });
});
