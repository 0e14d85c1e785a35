/** One element of DER: its tag and what it holds. */
export type DerElement = { readonly tag: number; readonly content: Uint8Array };

export const derTags = { integer: 0x02, bitString: 0x03, objectId: 0x06, sequence: 0x30 } as const;

/** The bytes are not DER, or not of the shape that was asked for. */
export class NotDer extends Error {}

const refuse = (why: string): never => {
  throw new NotDer(why);
};

/** Length and where the content begins; only the shortest form is DER (X.690 section 10.1). */
const lengthAt = (bytes: Uint8Array, at: number): { readonly length: number; readonly from: number } => {
  const first = bytes[at] ?? refuse('the length is missing');
  if (first < 0x80) return { length: first, from: at + 1 };
  const count = first & 0x7f;
  if (count === 0 || count > 3) refuse('the length is unbounded or too long');
  const digits = bytes.subarray(at + 1, at + 1 + count);
  const length = digits.reduce((sum, digit) => sum * 256 + digit, 0);
  if (digits.length < count || digits[0] === 0 || length < 0x80) refuse('the length is not in its shortest form');
  return { length, from: at + 1 + count };
};

/** Every element of `bytes` in order, nothing before, between or after them. Throws NotDer. */
export const derElements = (bytes: Uint8Array): readonly DerElement[] => {
  const elements: DerElement[] = [];
  for (let at = 0; at < bytes.length;) {
    const tag = bytes[at] ?? 0;
    const { length, from } = lengthAt(bytes, at + 1);
    if (from + length > bytes.length) refuse('an element is longer than what holds it');
    elements.push({ tag, content: bytes.subarray(from, from + length) });
    at = from + length;
  }
  return elements;
};

/** What a single sequence holds; `bytes` must be that sequence and nothing more. */
export const derSequence = (bytes: Uint8Array): readonly DerElement[] => {
  const [only, ...more] = derElements(bytes);
  if (only?.tag !== derTags.sequence || more.length > 0) return refuse('not one sequence');
  return derElements(only.content);
};

/** A number of zero or more in its shortest form. */
export const derNatural = (element: DerElement | undefined): bigint => {
  const content = element?.tag === derTags.integer ? element.content : refuse('not an integer');
  const [first = 0x80, second = 0x80] = content;
  if (first >= 0x80) refuse('the integer is empty or negative');
  if (first === 0 && content.length > 1 && second < 0x80) refuse('the integer is not in its shortest form');
  return naturalOf(content);
};

/** Big-endian. */
export const naturalOf = (bytes: Uint8Array): bigint =>
  bytes.length === 0 ? 0n : BigInt(`0x${Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')}`);

/** Big-endian in exactly `length` bytes. Throws RangeError when the number needs more. */
export const bytesOfNatural = (value: bigint, length: number): Uint8Array => {
  const digits = value.toString(16).padStart(2 * length, '0');
  if (digits.length > 2 * length) throw new RangeError('the number is too long');
  return Uint8Array.from({ length }, (_, at) => Number.parseInt(digits.slice(2 * at, 2 * at + 2), 16));
};
