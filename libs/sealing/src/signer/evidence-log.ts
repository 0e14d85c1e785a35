import type { EvidenceEvent } from '#domain/evidence/events.ts';
import { streamOf } from '#domain/events.ts';
import type { EventStore, StoredEvent } from '#store/event-store.ts';

type Recorded<Type extends EvidenceEvent['type']> = Extract<StoredEvent<EvidenceEvent>, { readonly type: Type }>;
export type RecordedMap = Recorded<'subject-map.recorded'>;
export type RecordedToken = Recorded<'checkpoint.time-stamped'>;
export type RecordedKey = Recorded<'signing-key.introduced'>;
export type RecordedIncarnation = Recorded<'ledger.incarnation-started'>;

/** What the ledger itself says about its evidence: the newest of each, by origin. */
export class EvidenceLog {
  #next = 0;
  readonly #maps = new Map<string, RecordedMap>();
  readonly #tokens = new Map<string, RecordedToken>();
  readonly #keys = new Map<string, RecordedKey>();
  readonly #incarnations = new Map<string, RecordedIncarnation>();

  /** `tokenSeen`: told the hash of each time-stamp token, in the order of the ledger. */
  constructor(
    private readonly store: EventStore,
    private readonly tokenSeen: (token: string) => void = () => undefined,
  ) {}

  /** Takes in what was appended since, by whomever; the whole stream the first time. */
  async refresh(): Promise<void> {
    for await (const event of this.store.readStream(streamOf.evidence(), { fromRevision: this.#next })) {
      this.#take(event as StoredEvent<EvidenceEvent>);
      this.#next = event.revision + 1;
    }
  }

  /** After another database may have come in the place of this one. */
  forget(): void {
    this.#next = 0;
    for (const known of [this.#maps, this.#tokens, this.#keys, this.#incarnations]) known.clear();
  }

  mapOf = (origin: string): RecordedMap | null => this.#maps.get(origin) ?? null;
  tokenOf = (origin: string): RecordedToken | null => this.#tokens.get(origin) ?? null;
  keyOf = (origin: string): RecordedKey | null => this.#keys.get(origin) ?? null;
  /** The beginning of the log with this origin; null for the first log, and for one that the ledger does not know. */
  incarnationOf = (origin: string): RecordedIncarnation | null => this.#incarnations.get(origin) ?? null;

  /** The highest number that the ledger knows; 1 when it never began anew. */
  lastIncarnation = (): number =>
    [...this.#incarnations.values()].reduce((most, { data }) => Math.max(most, data.incarnation), 1);

  originOfIncarnation(incarnation: number): string | null {
    const found = [...this.#incarnations.values()].find(({ data }) => data.incarnation === incarnation);
    return found?.data.origin ?? null;
  }

  #take(event: StoredEvent<EvidenceEvent>): void {
    switch (event.type) {
      case 'subject-map.recorded':
        this.#maps.set(event.data.origin, event);
        return;
      case 'checkpoint.time-stamped':
        this.#tokens.set(event.data.origin, event);
        this.tokenSeen(event.data.token);
        return;
      case 'signing-key.introduced':
        this.#keys.set(event.data.origin, event);
        return;
      case 'ledger.incarnation-started':
        this.#incarnations.set(event.data.origin, event);
        return;
      case 'sealed-field.erased':
        // In a stream of its own, and no matter of the log's.
        throw new RangeError(`an erasure in ${event.stream}`);
    }
  }
}
