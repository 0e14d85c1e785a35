import { setImmediate as nextTurn } from 'node:timers/promises';
import type { ImportedStream } from '../event-store.ts';
import { sealAppend, type SealedAppend, type SealedRequest } from '../sealed-append.ts';
import { CopyRows } from './copy-rows.ts';

/** One transaction's worth: how long other writers wait for the lock, and, three times over, what is in memory. */
const chunkEvents = 10_000;
const chunkBytes = 8 * 1024 * 1024;

/** Sealing is plain computing; it pauses this often so that the chunk before can go on to the server. */
const eventsPerTurn = 50;

/** Whole streams, each once, in the order of the import. */
export class ImportChunk {
  readonly rows = new CopyRows(chunkBytes);
  readonly names = new Set<string>();

  get isFull(): boolean {
    return this.rows.count >= chunkEvents || this.rows.bytes >= chunkBytes;
  }

  add({ stream, events }: SealedRequest): void {
    this.names.add(stream);
    this.rows.add(events);
  }

  /** The same as appends, for when they have to be looked at one by one. */
  appends(): SealedAppend[] {
    const names = [...this.names];
    return this.rows.streams().map((events, index) => ({
      requests: [{ stream: names[index] ?? '', expected: 'no-stream', events }],
      events,
    }));
  }
}

/** Throws EventRefused. A stream that comes twice begins a new chunk, and is found stored by then. */
export async function* chunksOf(
  source: AsyncIterable<ImportedStream> | Iterable<ImportedStream>,
  anchor: () => string | null,
): AsyncGenerator<ImportChunk, void, undefined> {
  let chunk = new ImportChunk();
  let sinceTurn = 0;
  for await (const { stream, events } of source) {
    for (const request of sealAppend([{ stream, expected: 'no-stream', events }], anchor()).requests) {
      if (chunk.isFull || chunk.names.has(request.stream)) {
        yield chunk;
        chunk = new ImportChunk();
      }
      chunk.add(request);
    }
    sinceTurn += events.length;
    if (sinceTurn >= eventsPerTurn) {
      sinceTurn = 0;
      await nextTurn();
    }
  }
  if (chunk.names.size > 0) yield chunk;
}
