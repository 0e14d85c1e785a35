/** Position in `$all`. The events of one append share the commit; the prepare tells them apart. */
export type Place = { readonly commit: bigint; readonly prepare: bigint };

export type ServerEvent = {
  readonly id: string;
  readonly type: string;
  readonly contentType: string;
  readonly data: Uint8Array;
  readonly metadata: Uint8Array;
};

export type ServerRecord = ServerEvent & {
  readonly stream: string;
  readonly revision: number;
  readonly place: Place;
};

export type ServerExpected = 'any' | 'no-stream' | 'stream-exists' | number;

export type Written =
  | { readonly outcome: 'stored' | 'repeated'; readonly last: ServerRecord }
  | { readonly outcome: 'conflict'; readonly current: number | null };

export const isBefore = (one: Place, other: Place): boolean =>
  one.commit < other.commit || (one.commit === other.commit && one.prepare < other.prepare);

const sizeOf = ({ type, data, metadata }: ServerEvent): number => type.length + data.length + metadata.length;

/**
 * What EventStoreDB keeps and how it judges an append (its IndexWriter.CheckCommit), in memory. The ids of
 * known events are looked for in the named stream only, and their content is never compared: with `any` and
 * `stream-exists` by a cache of ids, with a revision only where the events would have to be.
 */
export class ServerLog {
  readonly records: ServerRecord[] = [];
  readonly #streams = new Map<string, ServerRecord[]>();
  readonly #byId = new Map<string, ServerRecord>();
  readonly #listeners = new Set<() => void>();
  /** A log does not begin at 0, and no two records are a fixed distance apart. */
  #end = 1_157n;

  constructor() {
    this.systemEvent('$settings', '$>');
  }

  stream(name: string): readonly ServerRecord[] {
    return this.#streams.get(name) ?? [];
  }

  /** What a running server writes by itself, among everybody's events. */
  systemEvent(stream = '$stats-127.0.0.1:2113', type = '$statsCollected'): void {
    const data = Buffer.from('{"proc-mem":1}');
    const id = `00000000-0000-4000-8000-${String(this.records.length).padStart(12, '0')}`;
    this.#add(stream, [{ id, type, contentType: 'application/json', data, metadata: new Uint8Array() }]);
  }

  write(stream: string, expected: ServerExpected, events: readonly ServerEvent[]): Written {
    const head = this.stream(stream).length - 1;
    const current = head < 0 ? null : head;
    if (expected === 'stream-exists' && current === null) return { outcome: 'conflict', current };
    const judged =
      expected === 'any' || expected === 'stream-exists'
        ? this.#judgeByCache(stream, events)
        : this.#judgeByPlace(stream, expected === 'no-stream' ? -1 : expected, events);
    if (judged === 'conflict') return { outcome: 'conflict', current };
    if (judged !== 'new') return { outcome: 'repeated', last: judged };
    if (this.records.length % 3 === 0) this.systemEvent();
    return { outcome: 'stored', last: this.#add(stream, events) };
  }

  /** Runs at every record from now on, until the returned function is called. */
  onGrowth(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  #judgeByCache(stream: string, events: readonly ServerEvent[]): 'new' | 'conflict' | ServerRecord {
    const known = events.map(({ id }) => {
      const record = this.#byId.get(id);
      return record?.stream === stream ? record : undefined;
    });
    if (known[0] === undefined) return 'new';
    return known.includes(undefined) ? 'conflict' : (known.at(-1) ?? 'conflict');
  }

  #judgeByPlace(stream: string, expected: number, events: readonly ServerEvent[]): 'new' | 'conflict' | ServerRecord {
    const records = this.stream(stream);
    if (expected === records.length - 1) return 'new';
    const there = records.slice(expected + 1, expected + 1 + events.length);
    const last = there.at(-1);
    const same = there.length === events.length && there.every(({ id }, index) => id === events[index]?.id);
    return same && last !== undefined ? last : 'conflict';
  }

  #add(stream: string, events: readonly ServerEvent[]): ServerRecord {
    const records = this.#streams.get(stream) ?? [];
    this.#streams.set(stream, records);
    const prepares = events.map((event) => {
      const prepare = this.#end;
      this.#end += BigInt(119 + stream.length + sizeOf(event));
      return prepare;
    });
    const commit = events.length === 1 ? (prepares[0] ?? this.#end) : this.#end;
    if (events.length > 1) this.#end += 57n;
    for (const [index, event] of events.entries()) {
      const place = { commit, prepare: prepares[index] ?? commit };
      const record = { ...event, stream, revision: records.length, place };
      records.push(record);
      this.records.push(record);
      this.#byId.set(record.id, record);
    }
    for (const listener of this.#listeners) listener();
    const last = records.at(-1);
    if (last === undefined) throw new Error('an append without events');
    return last;
  }
}
