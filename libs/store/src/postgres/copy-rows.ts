import type { SealedEvent } from '../envelope.ts';
import { writeUuid } from './binary-array.ts';

const signature = Buffer.from('PGCOPY\n\xff\r\n\0\0\0\0\0\0\0\0\0', 'latin1');
const trailer = Buffer.from([0xff, 0xff]);

/** Fields of one row of ledger.incoming with their lengths, less the texts. */
const fixedBytes = 2 + (4 + 4) + (4 + 4) + (4 + 16) + 4 + 4 + 4;

const writeText = (buffer: Buffer, text: string, at: number): number => {
  const length = buffer.write(text, at + 4);
  buffer.writeInt32BE(length, at);
  return at + 4 + length;
};

const writeInteger = (buffer: Buffer, value: number, at: number): number => {
  buffer.writeInt32BE(4, at);
  buffer.writeInt32BE(value, at + 4);
  return at + 8;
};

const sizeOf = (event: SealedEvent): number =>
  fixedBytes + Buffer.byteLength(event.stream) + Buffer.byteLength(event.type) + event.bytes.length;

/**
 * Rows of ledger.incoming (ordinal, revision, id, stream, type, canonical) in COPY's binary format, as one
 * piece. Each of `streams` holds one whole stream's events in their order.
 */
export const copyRows = (streams: readonly { readonly events: readonly SealedEvent[] }[]): Buffer => {
  let size = signature.length + trailer.length;
  for (const { events } of streams) for (const event of events) size += sizeOf(event);
  const buffer = Buffer.allocUnsafe(size);
  let at = signature.copy(buffer);
  let ordinal = 0;
  for (const { events } of streams) {
    for (const [revision, event] of events.entries()) {
      at = buffer.writeInt16BE(6, at);
      at = writeInteger(buffer, ordinal, at);
      at = writeInteger(buffer, revision, at);
      at = buffer.writeInt32BE(16, at);
      writeUuid(buffer, event.id, at);
      at = writeText(buffer, event.stream, at + 16);
      at = writeText(buffer, event.type, at);
      at = buffer.writeInt32BE(event.bytes.length, at);
      at += event.bytes.copy(buffer, at);
      ordinal += 1;
    }
  }
  trailer.copy(buffer, at);
  return buffer;
};
