import type { SealedEvent } from '../envelope.ts';
import { writeText, writeUuid } from './binary-array.ts';

const signature = Buffer.from('PGCOPY\n\xff\r\n\0\0\0\0\0\0\0\0\0', 'latin1');
const trailer = Buffer.from([0xff, 0xff]);

/** A row with its field lengths, less the texts themselves. */
const fixedBytes = 2 + (4 + 8) + (4 + 16) + (4 + 4) + 3 * 4;
/** Of the position within a row: after the number of fields and its own length. */
const positionOffset = 2 + 4;

const sizeOf = ({ stream, type, bytes }: SealedEvent): number =>
  fixedBytes + Buffer.byteLength(stream) + Buffer.byteLength(type) + bytes;

const writeRow = (
  buffer: Buffer,
  { id, stream, type, canonical }: SealedEvent,
  revision: number,
  from: number,
): number => {
  let at = buffer.writeInt16BE(6, from);
  at = buffer.writeInt32BE(8, at) + 8;
  at = buffer.writeInt32BE(16, at);
  writeUuid(buffer, id, at);
  at = buffer.writeInt32BE(4, at + 16);
  at = buffer.writeInt32BE(revision, at);
  at = writeText(buffer, stream, at);
  at = writeText(buffer, type, at);
  return writeText(buffer, canonical, at);
};

/**
 * Rows of ledger.incoming (position, id, revision, stream, type, canonical) in COPY's binary format. Each of
 * `streams` holds one whole stream's events in order. Positions are filled in by `from`, last, when the
 * lock that decides them is held: nothing slow is left to do then.
 */
export class CopyRows {
  readonly #buffer: Buffer;
  readonly #rows: number[] = [];

  constructor(streams: readonly { readonly events: readonly SealedEvent[] }[]) {
    let size = signature.length + trailer.length;
    for (const { events } of streams) for (const event of events) size += sizeOf(event);
    this.#buffer = Buffer.allocUnsafe(size);
    let at = signature.copy(this.#buffer);
    for (const { events } of streams) {
      for (const [revision, event] of events.entries()) {
        this.#rows.push(at);
        at = writeRow(this.#buffer, event, revision, at);
      }
    }
    trailer.copy(this.#buffer, at);
  }

  /** The rows with positions from `first` on, as one piece. */
  from(first: bigint): Buffer {
    for (const [ordinal, row] of this.#rows.entries()) {
      this.#buffer.writeBigInt64BE(first + BigInt(ordinal), row + positionOffset);
    }
    return this.#buffer;
  }
}
