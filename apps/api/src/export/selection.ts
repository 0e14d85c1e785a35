import { isDossierStreamEvent, streamOf, type DossierStreamEvent, type RecordedEvent } from '#domain/events.ts';
import { isDossierEvent } from '#domain/dossier/events.ts';
import { evolve, initial, type DossierState, type RegisteredDossier } from '#domain/dossier/evolve.ts';
import type { Instant, UnitId } from '#domain/kernel/event.ts';
import type { OrganisationEvent } from '#domain/organisation/events.ts';
import type { EventStore } from '#store/event-store.ts';

/**
 * Which dossiers to export, each always whole: half a journey would tell a wrong story. All conditions
 * given must hold. `unit`: held it at some time. `from`, `to`: something happened in it then, both inclusive.
 */
export type LedgerSelection = {
  readonly dossier?: string | undefined;
  readonly unit?: UnitId | undefined;
  readonly from?: Instant | undefined;
  readonly to?: Instant | undefined;
};

/** All that stands in the stream of a dossier: its custody, and what is done about it on the way to a decision. */
export type RecordedStreamEvent = Extract<RecordedEvent, DossierStreamEvent>;
export type DossierHistory = { readonly id: string; readonly events: readonly RecordedStreamEvent[] };

/** The ledger up to a position: what is appended while an export runs is left to the next one. */
export class LedgerSnapshot {
  readonly #store: EventStore;
  readonly #until: bigint;
  readonly #selection: LedgerSelection;

  private constructor(store: EventStore, until: bigint, selection: LedgerSelection) {
    this.#store = store;
    this.#until = until;
    this.#selection = selection;
  }

  static async take(store: EventStore, selection: LedgerSelection): Promise<LedgerSnapshot> {
    return new LedgerSnapshot(store, await store.headPosition(), selection);
  }

  get whole(): boolean {
    return Object.values(this.#selection).every((condition) => condition === undefined);
  }

  /** One dossier in memory at a time, in the order of registration. */
  async *dossiers(): AsyncGenerator<DossierHistory> {
    if (this.#selection.dossier !== undefined) {
      const history = await this.#history(this.#selection.dossier);
      if (history.events.length > 0 && this.#selects(history)) yield history;
      return;
    }
    for await (const event of this.#store.readAll({ types: ['dossier.registered'] })) {
      if (event.position > this.#until) return;
      const history = await this.#history((event.data as { dossierId: string }).dossierId);
      if (this.#selects(history)) yield history;
    }
  }

  /** Events of units, officers, accounts and delegations, in the order of the ledger. */
  async *organisation(): AsyncGenerator<Extract<RecordedEvent, OrganisationEvent>> {
    const categories = ['unit', 'officer', 'account', 'delegation'];
    for await (const event of this.#store.readAll({ categories })) {
      if (event.position > this.#until) return;
      yield event as unknown as Extract<RecordedEvent, OrganisationEvent>;
    }
  }

  async #history(id: string): Promise<DossierHistory> {
    const events: RecordedStreamEvent[] = [];
    for await (const stored of this.#store.readStream(streamOf.dossier(id))) {
      const event = stored as unknown as RecordedEvent;
      if (event.position <= this.#until && isDossierStreamEvent(event)) events.push(event);
    }
    return { id, events };
  }

  #selects({ events }: DossierHistory): boolean {
    const { unit, from, to } = this.#selection;
    const during = ({ occurredAt }: RecordedStreamEvent): boolean =>
      (from === undefined || occurredAt >= from) && (to === undefined || occurredAt <= to);
    return (unit === undefined || events.some((event) => holderAfter(event)?.unit === unit)) && events.some(during);
  }
}

/** What is known of a dossier after all its events, corrections applied; a secret one has no subject to tell. */
export function knowledgeOf(events: readonly RecordedStreamEvent[]): RegisteredDossier {
  const state = events.filter(isDossierEvent).reduce<DossierState>(evolve, initial);
  if (state.status === 'unregistered') throw new Error('impossible history: a dossier without registration');
  return state.current.secrecy === 'none' ? state : { ...state, current: { ...state.current, subject: null } };
}

/** Who holds the dossier from this event on; null when it does not move custody. */
export function holderAfter(event: DossierStreamEvent): { readonly unit: UnitId | null } | null {
  if (!isDossierEvent(event)) return null;
  switch (event.type) {
    case 'dossier.registered':
    case 'dossier.reopened':
      return event.data.holder;
    case 'dossier.handed-off':
    case 'dossier.returned':
    case 'dossier.submitted':
      return event.data.to;
    case 'dossier.assigned':
    case 'dossier.receipt-confirmed':
    case 'dossier.step-performed':
    case 'dossier.decided':
    case 'dossier.completed':
    case 'dossier.corrected':
    case 'dossier.archived':
      return null;
  }
}
