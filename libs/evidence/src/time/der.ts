import { failed } from '../verdict.ts';

/** Identifier octets (X.690 section 8.1.2) of what occurs in time stamps. */
export const tags = {
  boolean: 0x01,
  integer: 0x02,
  bitString: 0x03,
  octetString: 0x04,
  null: 0x05,
  oid: 0x06,
  utf8String: 0x0c,
  utcTime: 0x17,
  generalizedTime: 0x18,
  sequence: 0x30,
  set: 0x31,
} as const;

/** `[number]` around another element, or of a constructed type. */
export const contextTag = (number: number): number => 0xa0 | number;
/** `[number] IMPLICIT` of a primitive type. */
export const primitiveContextTag = (number: number): number => 0x80 | number;

const maxDepth = 24;
const maxOidBytes = 64;
const tagNumberFollows = 0x1f;
const none = new Uint8Array();

/** The first thing that was wrong; shared by all readers over one document. */
type Fault = { reason: string | null };
type Element = { readonly tag: number; readonly content: Uint8Array; readonly whole: Uint8Array };

/**
 * Reads DER (X.690 section 10) element by element, as views of the bytes given. The first fault is kept and ends
 * everything: from then on every reader over the same document is at its end and hands out nothing, so that a
 * parser may read straight on and ask once, at the end. Whatever is read means nothing before `fault` is null.
 */
export class DerReader {
  readonly #bytes: Uint8Array;
  readonly #fault: Fault;
  readonly #depth: number;
  #at = 0;

  constructor(bytes: Uint8Array, parent: { readonly fault: Fault; readonly depth: number } | null = null) {
    this.#bytes = bytes;
    this.#fault = parent?.fault ?? { reason: null };
    this.#depth = (parent?.depth ?? -1) + 1;
    if (this.#depth > maxDepth) this.fail('nested too deeply');
  }

  get fault(): string | null {
    return this.#fault.reason;
  }

  /** Nothing left to read, or a fault. */
  get isAtEnd(): boolean {
    return this.#fault.reason !== null || this.#at >= this.#bytes.length;
  }

  fail(reason: string): void {
    this.#fault.reason ??= reason;
  }

  /** Everything must have been read, to the last byte. */
  end(what: string): void {
    if (!this.isAtEnd) this.fail(`${what}: bytes left over`);
  }

  /** The first fault as an answer; called only when there is one. */
  refusal(what: string): ReturnType<typeof failed> {
    return failed(`${what}: ${this.#fault.reason ?? 'malformed'}`);
  }

  isNext(tag: number): boolean {
    return !this.isAtEnd && this.#bytes[this.#at] === tag;
  }

  /** Contents of the next element, which must have this tag. */
  content(tag: number, what: string): Uint8Array {
    return this.#take(tag, what).content;
  }

  /** Tag, length and contents of the next element, which must have this tag. */
  whole(tag: number, what: string): Uint8Array {
    return this.#take(tag, what).whole;
  }

  /** The next element, whatever it is. */
  any(what: string): Element {
    return this.#take(null, what);
  }

  /** What `read` makes of the contents of the next element, which must have this tag; all of them must be read. */
  inside<Value>(tag: number, what: string, read: (contents: DerReader) => Value): Value {
    return this.within(this.content(tag, what), what, read);
  }

  /** The same for other bytes of this document. */
  within<Value>(bytes: Uint8Array, what: string, read: (contents: DerReader) => Value): Value {
    const contents = new DerReader(bytes, { fault: this.#fault, depth: this.#depth });
    const value = read(contents);
    contents.end(what);
    return value;
  }

  /** What `read` makes of each element there is, up to the end; more than `most` are refused. */
  each<Value>(what: string, most: number, read: (contents: DerReader) => Value): readonly Value[] {
    const values: Value[] = [];
    while (!this.isAtEnd) {
      if (values.length === most) this.fail(`${what}: too many`);
      values.push(read(this));
    }
    return values;
  }

  null(what: string): void {
    if (this.content(tags.null, what).length > 0) this.fail(`${what}: NULL that holds something`);
  }

  /** Contents of an INTEGER, two's complement, in the fewest bytes. */
  integer(what: string, tag: number = tags.integer): Uint8Array {
    const bytes = this.content(tag, what);
    const [first, second = 0] = bytes;
    const isPadded = bytes.length > 1 && ((first === 0 && second < 0x80) || (first === 0xff && second >= 0x80));
    if (first === undefined || isPadded) this.fail(`${what}: not a number in the fewest bytes`);
    return this.fault === null ? bytes : none;
  }

  /** An INTEGER from 0 to `most`, which is below 2^31. */
  smallInteger(what: string, most: number, tag: number = tags.integer): number {
    const bytes = this.integer(what, tag);
    const value = bytes.reduce((sum, byte) => sum * 256 + byte, 0);
    if ((bytes[0] ?? 0) >= 0x80 || value > most) this.fail(`${what}: out of range`);
    return this.fault === null ? value : 0;
  }

  boolean(what: string): boolean {
    const bytes = this.content(tags.boolean, what);
    if (bytes.length !== 1 || (bytes[0] !== 0x00 && bytes[0] !== 0xff)) this.fail(`${what}: not a truth value`);
    return this.fault === null && bytes[0] === 0xff;
  }

  /** An OBJECT IDENTIFIER in its dotted form. */
  oid(what: string): string {
    const bytes = this.content(tags.oid, what);
    if (bytes.length === 0 || bytes.length > maxOidBytes) this.fail(`${what}: not an object identifier`);
    const arcs: bigint[] = [];
    let arc = 0n;
    let isWithin = false;
    // No further: the time it takes grows with the square of the length.
    for (const byte of bytes.subarray(0, maxOidBytes)) {
      if (!isWithin && byte === 0x80) this.fail(`${what}: the object identifier is padded`);
      arc = (arc << 7n) | BigInt(byte & 0x7f);
      isWithin = (byte & 0x80) !== 0;
      if (!isWithin) {
        arcs.push(arc);
        arc = 0n;
      }
    }
    if (isWithin) this.fail(`${what}: the object identifier is cut off`);
    return this.fault === null ? dotted(arcs) : '';
  }

  /** A BIT STRING of whole octets. */
  octetsOfBits(what: string): Uint8Array {
    const bytes = this.content(tags.bitString, what);
    if (bytes[0] !== 0) this.fail(`${what}: not whole octets`);
    return bytes.subarray(1);
  }

  #take(tag: number | null, what: string): Element {
    const element = this.#next(tag, what);
    return element ?? { tag: 0, content: none, whole: none };
  }

  #next(tag: number | null, what: string): Element | null {
    const start = this.#at;
    const found = this.#tag(tag, what);
    this.#at = start + 1;
    const length = this.#length(what);
    const end = this.#at + length;
    if (end > this.#bytes.length) this.fail(`${what}: longer than what holds it`);
    if (this.fault !== null) return null;
    const content = this.#bytes.subarray(this.#at, end);
    this.#at = end;
    return { tag: found, content, whole: this.#bytes.subarray(start, end) };
  }

  #tag(wanted: number | null, what: string): number {
    const found = this.#bytes[this.#at];
    if (found === undefined || (wanted !== null && found !== wanted)) this.fail(`${what}: missing or of another kind`);
    const tag = found ?? 0;
    if ((tag & tagNumberFollows) === tagNumberFollows) this.fail(`${what}: a tag of several bytes`);
    return tag;
  }

  /** Definite and in the fewest bytes (X.690 section 10.1). */
  #length(what: string): number {
    const first = this.#bytes[this.#at] ?? 0x80;
    this.#at += 1;
    if (first < 0x80) return first;
    const count = first & 0x7f;
    const digits = this.#bytes.subarray(this.#at, this.#at + count);
    if (count === 0 || count > 3 || digits.length < count)
      this.fail(`${what}: the length is indefinite, cut off or beyond all bounds`);
    this.#at += count;
    const length = digits.reduce((sum, byte) => sum * 256 + byte, 0);
    if (digits[0] === 0 || length < 0x80) this.fail(`${what}: the length is not in the fewest bytes`);
    return length;
  }
}

/** The first number holds two arcs (X.690 section 8.19.4). */
const dotted = ([first = 0n, ...rest]: readonly bigint[]): string => {
  const root = first < 40n ? 0n : first < 80n ? 1n : 2n;
  return [root, first - root * 40n, ...rest].join('.');
};

/** Lexicographic, a shorter one before those it begins: the order of SET OF in DER (X.690 section 11.6). */
export const comesBefore = (one: Uint8Array, other: Uint8Array): boolean => {
  const at = one.findIndex((byte, place) => byte !== other[place]);
  return at < 0 ? one.length < other.length : (one[at] ?? 0) < (other[at] ?? -1);
};
