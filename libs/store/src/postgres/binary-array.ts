/**
 * One-dimensional arrays in PostgreSQL's binary format (array_recv in arrayfuncs.c). Canonical texts are full of
 * quotes; in the text format each would be escaped here and parsed away there, at several times the cost.
 */
const oid = { text: 25, int4: 23, uuid: 2950 };

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

export const textArray = (values: readonly string[]): Buffer => {
  let total = 0;
  for (const value of values) total += Buffer.byteLength(value);
  const buffer = start(oid.text, values.length, total);
  let at = headerBytes;
  for (const value of values) {
    const length = buffer.write(value, at + 4);
    buffer.writeInt32BE(length, at);
    at += 4 + length;
  }
  return buffer;
};

export const integerArray = (values: readonly number[]): Buffer => {
  const buffer = start(oid.int4, values.length, 4 * values.length);
  let at = headerBytes;
  for (const value of values) {
    buffer.writeInt32BE(4, at);
    buffer.writeInt32BE(value, at + 4);
    at += 8;
  }
  return buffer;
};

export const uuidArray = (values: readonly string[]): Buffer => {
  const buffer = start(oid.uuid, values.length, 16 * values.length);
  let at = headerBytes;
  for (const value of values) {
    buffer.writeInt32BE(16, at);
    buffer.write(value.replaceAll('-', ''), at + 4, 'hex');
    at += 20;
  }
  return buffer;
};
