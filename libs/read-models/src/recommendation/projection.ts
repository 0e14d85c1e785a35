import type { RecordedEvent } from '#domain/events.ts';
import { missingFrom, recommendationClock } from '#domain/recommendation/clock.ts';
import type { RecommendationEvent, UnresolvedCategory } from '#domain/recommendation/events.ts';
import { evolve, initial, type RecommendationState, type SentRecommendation } from '#domain/recommendation/evolve.ts';
import { ImpossibleHistory, type Projection, type Row } from '../apply/projection.ts';
import type { RecommendationRow } from './table.entity.ts';

type RecordedRecommendationEvent = Extract<RecordedEvent, RecommendationEvent>;

const isRecommendationEvent = (event: RecordedEvent): event is RecordedRecommendationEvent =>
  event.type.startsWith('recommendation.');

const idOf = ({ stream }: RecordedEvent): string => stream.slice('recommendation-'.length);

/** A report of what is missing ends when it arrives; one on the content of a reply stays. */
const holds = (
  category: UnresolvedCategory,
  missing: RecommendationRow['missing'],
  state: SentRecommendation,
): boolean => {
  if (category === 'no-reply') return state.answers.length === 0;
  return category !== 'not-submitted' || missing === 'not-submitted';
};

const categoriesOf = (
  state: SentRecommendation,
  missing: RecommendationRow['missing'],
  wanted: (outcome: 'confirmed' | 'set-aside' | null) => boolean,
): readonly UnresolvedCategory[] => {
  if (state.status === 'settled') return [];
  const reports = state.reports.filter(({ judgement }) => wanted(judgement?.outcome ?? null));
  return [...new Set(reports.map(({ category }) => category))].filter((category) => holds(category, missing, state));
};

const rowOf = (state: SentRecommendation, { revision, stream }: RecordedEvent): RecommendationRow => {
  const { sent, due } = state;
  const missing = state.status === 'settled' ? null : missingFrom(state);
  return {
    recommendationId: stream.slice('recommendation-'.length),
    sender: sent.sender,
    level: sent.to.level,
    unitId: sent.to.level === 'province' ? sent.to.unit : null,
    body: sent.to.level === 'central' ? sent.to.body : null,
    settled: state.status === 'settled',
    sentAt: sent.at,
    dueAt: due?.dueAt ?? null,
    missing,
    reported: categoriesOf(state, missing, (outcome) => outcome !== 'set-aside'),
    confirmed: categoriesOf(state, missing, (outcome) => outcome === 'confirmed'),
    state: JSON.stringify(state),
    nextDue: recommendationClock.nextDue(state),
    movable: recommendationClock.movable(state),
    revision,
  };
};

const stateIn = (found: Row | undefined): RecommendationState =>
  found === undefined ? initial : (JSON.parse((found as RecommendationRow).state) as SentRecommendation);

export const recommendationProjection: Projection = {
  name: 'recommendation',
  tables: ['recommendation'],
  reads: (event) =>
    isRecommendationEvent(event) && event.type !== 'recommendation.sent'
      ? { table: 'recommendation', group: idOf(event) }
      : null,
  project: (event, found) => {
    if (!isRecommendationEvent(event)) return [];
    const state = evolve(stateIn(found), event);
    if (state.status === 'none') throw new ImpossibleHistory(`${event.type} in ${event.stream} left nothing`);
    return [{ table: 'recommendation', row: rowOf(state, event) }];
  },
};
