import type { ConsultationEvent } from '../consultation/events.ts';
import type { DirectiveEvent } from '../directive/events.ts';
import type { DossierStreamEvent } from '../events.ts';
import type { Circumstances, Instant } from '../kernel/event.ts';
import type { OfficeEvent } from '../office/events.ts';
import type { RecommendationEvent } from '../recommendation/events.ts';
import type { TaskEvent } from '../task/events.ts';

/** Whatever stands in the stream of a subject that a candidate can be about. */
export type SubjectEvent =
  DossierStreamEvent | ConsultationEvent | TaskEvent | DirectiveEvent | RecommendationEvent | OfficeEvent;

/** A recorded event of a subject; `RecordedEvent` without what nothing here depends on. */
export type CaseFact<E extends SubjectEvent = SubjectEvent> = E &
  Pick<Circumstances, 'occurredAt' | 'recordedAt' | 'actor' | 'unit' | 'capacity' | 'provenance'> & {
    readonly id: string;
    readonly stream: string;
    readonly revision: number;
    readonly position: bigint;
  };

export type FactOf<T extends SubjectEvent['type']> = CaseFact<Extract<SubjectEvent, { readonly type: T }>>;

/** All events of one stream in the order recorded, from revision 0. */
export type History = { readonly stream: string; readonly events: readonly CaseFact[] };

export const subjectCategories = ['dossier', 'consultation', 'task', 'directive', 'recommendation', 'office'] as const;
export type SubjectCategory = (typeof subjectCategories)[number];

export const categoryOf = (stream: string): string => stream.slice(0, stream.indexOf('-'));

const hasType = <T extends SubjectEvent['type']>(event: CaseFact, type: T): event is CaseFact & FactOf<T> =>
  event.type === type;

export const factsOf = <T extends SubjectEvent['type']>(history: History, type: T): readonly FactOf<T>[] =>
  history.events.filter((event) => hasType(event, type));

/** The history as it was at the moment: what is claimed to have happened later is left out. */
const asAt = ({ stream, events }: History, asOf: Instant): History => ({
  stream,
  events: events.filter(({ occurredAt }) => occurredAt <= asOf),
});

/** Every history given, found by what it is about. The order in which they were given leaves no trace. */
export class World {
  readonly histories: readonly History[];
  readonly #byStream: ReadonlyMap<string, History>;
  readonly #byCategory: ReadonlyMap<string, readonly History[]>;

  readonly #facts = new Map<SubjectEvent['type'], readonly CaseFact[]>();

  constructor(given: readonly History[], asOf: Instant) {
    const byStream = new Map(given.map((history) => [history.stream, asAt(history, asOf)]));
    this.#byStream = byStream;
    this.histories = [...byStream.values()]
      .filter(({ events }) => events.length > 0)
      .sort((a, b) => (a.stream < b.stream ? -1 : 1));
    const categories = new Map<string, History[]>();
    for (const history of this.histories) {
      const category = categoryOf(history.stream);
      const known = categories.get(category);
      if (known) known.push(history);
      else categories.set(category, [history]);
    }
    this.#byCategory = categories;
  }

  history(stream: string): History | null {
    return this.#byStream.get(stream) ?? null;
  }

  of(category: SubjectCategory): readonly History[] {
    return this.#byCategory.get(category) ?? [];
  }

  /** Facts of that type in every history of the category; gathered once. */
  facts<T extends SubjectEvent['type']>(category: SubjectCategory, type: T): readonly FactOf<T>[] {
    const gathered = this.#facts.get(type) ?? this.of(category).flatMap((history) => factsOf(history, type));
    this.#facts.set(type, gathered);
    return gathered as readonly FactOf<T>[];
  }
}
