/**
 * One-dimensional arrays in PostgreSQL's binary format (array_recv in arrayfuncs.c). Canonical texts are full of
 * quotes; in the text format each would be escaped here and parsed away there, at several times the cost.
 */
const oid = { bytea: 17, int8: 20, text: 25, int4: 23, uuid: 2950 };

const headerBytes = 20;

const start = (type: number, length: number, payloadBytes: number): Buffer => {
  const buffer = Buffer.allocUnsafe(headerBytes + 4 * length + payloadBytes);
  buffer.writeInt32BE(1, 0); // dimensions
  buffer.writeInt32BE(0, 4); // no nulls
  buffer.writeInt32BE(type, 8);
  buffer.writeInt32BE(length, 12);
  buffer.writeInt32BE(1, 16); // lower bound
  return buffer;
};

export const textArray = (values: readonly (string | Uint8Array)[]): Buffer => arrayOf(oid.text, values);

export const byteaArray = (values: readonly Uint8Array[]): Buffer => arrayOf(oid.bytea, values);

const arrayOf = (type: number, values: readonly (string | Uint8Array)[]): Buffer => {
  let total = 0;
  for (const value of values) total += Buffer.byteLength(value);
  const buffer = start(type, values.length, total);
  let at = headerBytes;
  for (const value of values) at = writeText(buffer, value, at);
  return buffer;
};

/** Length and bytes of a text, or of one that is bytes already, written at `at`; gives where they end. */
export const writeText = (buffer: Buffer, text: string | Uint8Array, at: number): number => {
  let length: number;
  if (typeof text === 'string') {
    length = buffer.write(text, at + 4);
  } else {
    length = text.length;
    buffer.set(text, at + 4);
  }
  buffer.writeInt32BE(length, at);
  return at + 4 + length;
};

/** Length and the sixteen bytes of a UUID. */
export const writeUuid = (buffer: Buffer, uuid: string, at: number): number => {
  buffer.writeInt32BE(16, at);
  buffer.write(uuid.replaceAll('-', ''), at + 4, 'hex');
  return at + 20;
};

export const writeInteger = (buffer: Buffer, value: number, at: number): number => {
  buffer.writeInt32BE(4, at);
  return buffer.writeInt32BE(value, at + 4);
};

export const integerArray = (values: readonly number[]): Buffer => {
  const buffer = start(oid.int4, values.length, 4 * values.length);
  let at = headerBytes;
  for (const value of values) at = writeInteger(buffer, value, at);
  return buffer;
};

export const uuidArray = (values: readonly string[]): Buffer => {
  const buffer = start(oid.uuid, values.length, 16 * values.length);
  let at = headerBytes;
  for (const value of values) at = writeUuid(buffer, value, at);
  return buffer;
};

export const bigintArray = (values: readonly bigint[]): Buffer => {
  const buffer = start(oid.int8, values.length, 8 * values.length);
  let at = headerBytes;
  for (const value of values) at = buffer.writeBigInt64BE(value, buffer.writeInt32BE(8, at));
  return buffer;
};
