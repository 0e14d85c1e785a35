import type { SealedEvent } from '../envelope.ts';

/** The columns of ledger.incoming in the order of the rows below. */
export const copyColumns = 'position, id, revision, stream, type, canonical';

/** Digits of the greatest bigint; leading zeros keep the place of a position that is not known yet. */
const positionDigits = 19;
const unplaced = '0'.repeat(positionDigits);

/**
 * For COPY's text format. Canonical text has no raw control characters, and names have none at all, so the
 * backslash alone has a meaning of its own.
 */
const escaped = (text: string): string => (text.includes('\\') ? text.replaceAll('\\', '\\\\') : text);

/**
 * Rows for COPY, written as bytes as soon as their events are sealed, so that nothing else of an event has to
 * be kept. Positions are filled in last, when the lock that decides them is held.
 */
export class CopyRows {
  readonly #places: number[] = [];
  #buffer: Buffer;
  #end = 0;

  constructor(expectedBytes: number) {
    this.#buffer = Buffer.allocUnsafe(expectedBytes);
  }

  get count(): number {
    return this.#places.length;
  }

  get bytes(): number {
    return this.#end;
  }

  /** One whole stream's events in order. */
  add(events: readonly SealedEvent[]): void {
    for (const [revision, event] of events.entries()) this.#addRow(event, revision);
  }

  /** The rows with positions from `first` on. Overwrites what an earlier call gave. */
  placedFrom(first: bigint): Buffer {
    for (const [ordinal, place] of this.#places.entries()) {
      this.#buffer.write((first + BigInt(ordinal)).toString().padStart(positionDigits, '0'), place, 'latin1');
    }
    return this.#buffer.subarray(0, this.#end);
  }

  #addRow({ id, stream, type, canonical, bytes }: SealedEvent, revision: number): void {
    const head = `${unplaced}\t${id}\t${revision}\t${escaped(stream)}\t${escaped(type)}\t`;
    // A character is at most three bytes here, and an escaped one doubles.
    this.#reserve(3 * head.length + 2 * bytes + 1);
    this.#places.push(this.#end);
    this.#end += this.#buffer.write(head, this.#end);
    this.#end += this.#buffer.write(escaped(canonical), this.#end);
    this.#end = this.#buffer.writeUInt8(0x0a, this.#end);
  }

  #reserve(bytes: number): void {
    if (this.#end + bytes <= this.#buffer.length) return;
    const larger = Buffer.allocUnsafe(2 * this.#buffer.length + bytes);
    this.#buffer.copy(larger, 0, 0, this.#end);
    this.#buffer = larger;
  }
}
