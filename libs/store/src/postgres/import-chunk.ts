import { setImmediate as nextTurn } from 'node:timers/promises';
import type { ImportedStream } from '../event-store.ts';
import { sealAppend, type SealedAppend } from '../sealed-append.ts';
import { CopyRows } from './copy-rows.ts';

/** One transaction's worth: how long other writers wait for the lock, and, twice over, what is in memory. */
const chunkEvents = 5_000;
const chunkBytes = 4 * 1024 * 1024;

/** Sealing is plain computing; it pauses this often so that the chunk before can go on to the server. */
const eventsPerTurn = 50;

export const sealStream = ({ stream, events }: ImportedStream): SealedAppend =>
  sealAppend([{ stream, expected: 'no-stream', events }]);

/** Whole streams, each once, in the order of the import: ready to copy, and as they came for when they cannot be. */
export class ImportChunk {
  readonly rows = new CopyRows(chunkBytes);
  readonly streams = new Map<string, ImportedStream>();

  get isFull(): boolean {
    return this.rows.count >= chunkEvents || this.rows.bytes >= chunkBytes;
  }

  add(name: string, stream: ImportedStream, append: SealedAppend): void {
    this.streams.set(name, stream);
    this.rows.add(append.events);
  }
}

/** Throws EventRefused. A stream that comes twice begins a new chunk, and is found stored by then. */
export async function* chunksOf(
  source: AsyncIterable<ImportedStream> | Iterable<ImportedStream>,
): AsyncGenerator<ImportChunk, void, undefined> {
  let chunk = new ImportChunk();
  let sinceTurn = 0;
  for await (const stream of source) {
    const append = sealStream(stream);
    const name = append.requests[0]?.stream ?? stream.stream;
    if (chunk.isFull || chunk.streams.has(name)) {
      yield chunk;
      chunk = new ImportChunk();
    }
    chunk.add(name, stream, append);
    sinceTurn += append.events.length;
    if (sinceTurn >= eventsPerTurn) {
      sinceTurn = 0;
      await nextTurn();
    }
  }
  if (chunk.streams.size > 0) yield chunk;
}
