import type { Opening } from '#evidence/sealed/sealed-field.ts';
import { SealedEvent } from '../envelope.ts';
import { writeInteger, writeText, writeUuid } from './binary-array.ts';
import { SealedColumns } from './sealed-values.ts';

/** The columns of ledger.incoming in the order of the rows below. */
export const copyColumns = 'position, id, revision, stream, type, canonical';
const columns = 6;

const signature = Buffer.from('PGCOPY\n\xff\r\n\0\0\0\0\0\0\0\0\0', 'latin1');
const trailer = Buffer.from([0xff, 0xff]);

/** A row with the lengths of its fields, less the texts themselves. */
const fixedBytes = 2 + (4 + 8) + (4 + 16) + (4 + 4) + 3 * 4;

/**
 * Rows in COPY's binary format, written as soon as their events are sealed, so that nothing else of an event
 * has to be kept: a few large buffers instead of a hundred thousand small objects. Positions are filled in last, when the lock that decides them is held.
 */
export class CopyRows {
  /** Where each row's position goes. */
  readonly #places: number[] = [];
  /** What opens the sealed fields of the rows, counted from 1. */
  readonly sealed = new SealedColumns();
  #buffer: Buffer;
  #end: number;

  constructor(expectedBytes: number) {
    this.#buffer = Buffer.allocUnsafe(expectedBytes);
    this.#end = signature.copy(this.#buffer);
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

  /** The streams as they were added. */
  streams(): SealedEvent[][] {
    const streams: SealedEvent[][] = [];
    const openings = this.sealed.openings();
    for (const [index, place] of this.#places.entries()) {
      const { revision, event } = this.#rowAt(place, openings.get(index + 1) ?? []);
      if (revision === 0) streams.push([event]);
      else streams.at(-1)?.push(event);
    }
    return streams;
  }

  /** The rows with positions from `first` on. Overwrites what an earlier call gave. */
  placedFrom(first: bigint): Buffer {
    let position = first;
    for (const place of this.#places) {
      this.#buffer.writeBigInt64BE(position, place);
      position += 1n;
    }
    const end = this.#end + trailer.copy(this.#buffer, this.#end);
    return this.#buffer.subarray(0, end);
  }

  #addRow({ id, stream, type, bytes, openings }: SealedEvent, revision: number): void {
    this.#reserve(fixedBytes + 3 * (stream.length + type.length) + bytes.length + trailer.length);
    const buffer = this.#buffer;
    let at = buffer.writeInt16BE(columns, this.#end);
    at = buffer.writeInt32BE(8, at);
    this.#places.push(at);
    this.sealed.add(this.#places.length, openings);
    at = writeUuid(buffer, id, at + 8);
    at = writeInteger(buffer, revision, at);
    at = writeText(buffer, stream, at);
    at = writeText(buffer, type, at);
    this.#end = writeText(buffer, bytes, at);
  }

  #rowAt(place: number, openings: readonly Opening[]): { revision: number; event: SealedEvent } {
    const buffer = this.#buffer;
    let at = place + 8;
    const field = (): Buffer => {
      const from = at + 4;
      at = from + buffer.readInt32BE(at);
      return buffer.subarray(from, at);
    };
    const id = field()
      .toString('hex')
      .replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
    const revision = field().readInt32BE();
    const [stream, type] = [field().toString(), field().toString()];
    return { revision, event: new SealedEvent(stream, { id, type }, field(), openings) };
  }

  #reserve(bytes: number): void {
    if (this.#end + bytes <= this.#buffer.length) return;
    const larger = Buffer.allocUnsafe(2 * this.#buffer.length + bytes);
    this.#buffer.copy(larger, 0, 0, this.#end);
    this.#buffer = larger;
  }
}
