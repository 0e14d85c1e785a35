/*
 * Tells whether bytes are canonical JSON (RFC 8785) without building the value: sorted names, each once, no white
 * space, one spelling per text and number. Whoever has seen that may use JSON.parse, for which anything goes.
 */

/** Deeper than any event; shallow enough for every recursive walk after this one. */
export const maxDepth = 64;

const quote = 0x22;
const backslash = 0x5c;
const comma = 0x2c;
const colon = 0x3a;
/** No place: no byte stands there. */
export const wrong = -1;

/** Letters after a backslash that RFC 8785 writes: `"`, `\`, b, f, n, r, t. */
const shortEscapes = new Set([0x22, 0x5c, 0x62, 0x66, 0x6e, 0x72, 0x74]);
/** The escape of a control character that has no short one. */
const longEscape = /^u00(?:0[0-7bef]|1[0-9a-f])$/;

const isDigit = (byte: number | undefined): boolean => byte !== undefined && byte >= 0x30 && byte <= 0x39;

/** For few bytes. */
const ascii = (bytes: Uint8Array, from: number, to: number): string => String.fromCharCode(...bytes.subarray(from, to));

/** After the backslash at `at`: where the escape ends, or −1. */
const endOfEscape = (bytes: Uint8Array, at: number): number => {
  if (shortEscapes.has(bytes[at + 1] as number)) return at + 2;
  return longEscape.test(ascii(bytes, at + 1, at + 6)) ? at + 6 : wrong;
};

/** From the opening quotation mark to after the closing one, or −1. Bytes beyond ASCII are the decoder's work. */
export const endOfText = (bytes: Uint8Array, from: number): number => {
  if (bytes[from] !== quote) return wrong;
  for (let at = from + 1; at < bytes.length;) {
    const byte = bytes[at] as number;
    if (byte === quote) return at + 1;
    if (byte < 0x20) return wrong;
    at = byte === backslash ? endOfEscape(bytes, at) : at + 1;
    if (at === wrong) return wrong;
  }
  return wrong;
};

/** Whole numbers up to here are exact and written without an exponent: their digits are their only spelling. */
const surelyExactDigits = 15;

/** Of what begins with a digit or a minus sign. */
const endOfNumber = (bytes: Uint8Array, from: number): number => {
  let end = from;
  while (isDigit(bytes[end])) end += 1;
  const isExact = bytes[from] !== 0x30 && end - from <= surelyExactDigits;
  return isExact && !isOfNumber(bytes[end]) ? end : endOfOtherNumber(bytes, from);
};

/** Of what a number may hold beside its digits: `+`, `-`, `.`, `E`, `e`. */
const marks = new Set([0x2b, 0x2d, 0x2e, 0x45, 0x65]);
const isOfNumber = (byte = 0): boolean => isDigit(byte) || marks.has(byte);

const endOfOtherNumber = (bytes: Uint8Array, from: number): number => {
  let end = from;
  while (end - from < 40 && isOfNumber(bytes[end])) end += 1;
  const text = ascii(bytes, from, end);
  return JSON.stringify(Number(text)) === text ? end : wrong;
};

const isWord = (bytes: Uint8Array, from: number, word: Uint8Array): boolean => {
  for (let index = 0; index < word.length; index += 1) if (bytes[from + index] !== word[index]) return false;
  return true;
};

const literals = ['true', 'false', 'null'].map((word) => new TextEncoder().encode(word));

const endOfLiteral = (bytes: Uint8Array, from: number): number => {
  for (const word of literals) if (isWord(bytes, from, word)) return from + word.length;
  return wrong;
};

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
const isPlain = (byte: number): boolean => byte !== backslash && byte < 0xf0;

const textAt = (bytes: Uint8Array, from: number): string =>
  JSON.parse(utf8.decode(bytes.subarray(from, endOfText(bytes, from)))) as string;

/** Names with escapes, or beyond U+FFFF where the orders of UTF-8 and UTF-16 differ: compared as texts. */
const isOrderedText = (bytes: Uint8Array, one: number, other: number): boolean => {
  try {
    return textAt(bytes, one) < textAt(bytes, other);
  } catch {
    return false;
  }
};

/** Does the name at `one` come before the one at `other`? Both texts that have an end, from their quotation marks on. */
const isOrdered = (bytes: Uint8Array, one: number, other: number): boolean => {
  for (let index = 1; ; index += 1) {
    const [left, right] = [bytes[one + index] as number, bytes[other + index] as number];
    if (!isPlain(left) || !isPlain(right)) return isOrderedText(bytes, one, other);
    if (left === quote || right === quote) return right !== quote;
    if (left !== right) return left < right;
  }
};

const endOfList = (bytes: Uint8Array, from: number, depth: number): number => {
  if (bytes[from + 1] === 0x5d) return from + 2;
  for (let at = from + 1; ; at += 1) {
    at = endOfValue(bytes, at, depth + 1);
    if (bytes[at] === 0x5d) return at + 1;
    if (bytes[at] !== comma) return wrong;
  }
};

const endOfRecord = (bytes: Uint8Array, from: number, depth: number): number => {
  if (bytes[from + 1] === 0x7d) return from + 2;
  let before = 0;
  for (let at = from + 1; ; at += 1) {
    const end = endOfText(bytes, at);
    if (bytes[end] !== colon) return wrong;
    if (before > 0 && !isOrdered(bytes, before, at)) return wrong;
    before = at;
    at = endOfValue(bytes, end + 1, depth + 1);
    if (bytes[at] === 0x7d) return at + 1;
    if (bytes[at] !== comma) return wrong;
  }
};

/** Where the canonical JSON value that begins at `from` ends, or −1 when there is none. At most `maxDepth` deep. */
export const endOfValue = (bytes: Uint8Array, from: number, depth = 0): number => {
  if (depth > maxDepth) return wrong;
  const first = bytes[from];
  if (first === quote) return endOfText(bytes, from);
  if (first === 0x7b) return endOfRecord(bytes, from, depth);
  if (first === 0x5b) return endOfList(bytes, from, depth);
  return isDigit(first) || first === 0x2d ? endOfNumber(bytes, from) : endOfLiteral(bytes, from);
};
