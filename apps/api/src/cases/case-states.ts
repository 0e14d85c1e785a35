import { caseAggregates, type CaseCategory, type CaseEventOf } from '#domain/cases.ts';
import { isDossierEvent } from '#domain/dossier/events.ts';
import { evolve, initial, type DossierState } from '#domain/dossier/evolve.ts';
import { streamOf, type DossierStreamEvent } from '#domain/events.ts';
import type { Fact } from '#domain/kernel/aggregate.ts';
import type { EventStore } from '#store/event-store.ts';

type StateOf<K extends CaseCategory> = (typeof caseAggregates)[K]['initial'];
type Fold<S, E> = { readonly initial: S; evolve(state: S, event: Fact<E>): S };

/** Another subject's state as the ledger has it at this moment, for acts whose rules refer to it. */
export class CaseStates {
  constructor(private readonly store: EventStore) {}

  async of<K extends CaseCategory>(category: K, id: string): Promise<StateOf<K>> {
    const aggregate = caseAggregates[category] as unknown as Fold<StateOf<K>, CaseEventOf<K>>;
    let state = aggregate.initial;
    // The stream's category says which events it holds (streamOf).
    for await (const event of this.store.readStream(streamOf[category](id))) {
      state = aggregate.evolve(state, event as unknown as Fact<CaseEventOf<K>>);
    }
    return state;
  }

  async dossier(id: string): Promise<DossierState> {
    let state = initial;
    for await (const stored of this.store.readStream(streamOf.dossier(id))) {
      const event = stored as unknown as Fact<DossierStreamEvent>;
      if (isDossierEvent(event)) state = evolve(state, event);
    }
    return state;
  }
}
