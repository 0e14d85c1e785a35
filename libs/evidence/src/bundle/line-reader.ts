import { hashBytes } from '../tree/node.ts';
import { asSize } from '../tree/size.ts';
import { fromBase64 } from '../note/base64.ts';
import { endOfText, endOfValue, wrong } from './canonical-scan.ts';

/** The line is not one of a bundle; never leaves the folder as an exception. */
export class Malformed extends Error {}

const encoder = new TextEncoder();
const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
const digits = 20;
const zero = 0x30;
const hashLetters = 44;

const noLetter = 255;
const letterValues = new Uint8Array(256).fill(noLetter);
for (const [value, letter] of encoder
  .encode('ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/')
  .entries())
  letterValues[letter] = value;

const decoded = (bytes: Uint8Array): string => {
  try {
    return utf8.decode(bytes);
  } catch {
    throw new Malformed('not UTF-8');
  }
};

/**
 * Reads bytes from left to right, exactly: every method takes what it names, in its only spelling, or throws
 * Malformed. So a line that was read has no byte that was not understood.
 */
export class LineReader {
  constructor(
    readonly bytes: Uint8Array,
    public at = 0,
  ) {}

  get isAtEnd(): boolean {
    return this.at === this.bytes.length;
  }

  /** `text`: ASCII. */
  isAt(text: string): boolean {
    for (let index = 0; index < text.length; index += 1)
      if (this.bytes[this.at + index] !== text.charCodeAt(index)) return false;
    return true;
  }

  takes(text: string): boolean {
    const found = this.isAt(text);
    if (found) this.at += text.length;
    return found;
  }

  expect(text: string): void {
    if (!this.takes(text)) throw new Malformed(`${text} is missing`);
  }

  /** A plain decimal from 0 to 2^64 − 1. */
  decimal(): bigint {
    const from = this.at;
    let value = 0;
    for (let digit = this.#digit(); digit >= 0 && digit <= 9; digit = this.#digit()) {
      value = value * 10 + digit;
      this.at += 1;
    }
    const length = this.at - from;
    if (length === 0 || length > digits || (length > 1 && this.bytes[from] === zero)) throw new Malformed('no decimal');
    if (length < 16) return BigInt(value);
    const exact = asSize(BigInt(decoded(this.bytes.subarray(from, this.at))));
    if (exact === null) throw new Malformed('no decimal');
    return exact;
  }

  /** Of the byte here; it is one from 0 to 9 alone. */
  #digit(): number {
    return (this.bytes[this.at] as number) - zero;
  }

  /** 32 bytes in exact base64. */
  hash(): Uint8Array {
    const { bytes, at } = this;
    const hash = new Uint8Array(hashBytes);
    let seen = 0;
    for (let group = 0; group < 10; group += 1) {
      const [one, two, three, four] = this.#four(at + 4 * group);
      seen |= one | two | three | four;
      hash[3 * group] = (one << 2) | (two >> 4);
      hash[3 * group + 1] = (two << 4) | (three >> 2);
      hash[3 * group + 2] = (three << 6) | four;
    }
    const [one, two, three] = this.#four(at + 40);
    seen |= one | two | three;
    hash[30] = (one << 2) | (two >> 4);
    hash[31] = (two << 4) | (three >> 2);
    // The last letter holds two bits that belong to no byte: they are zero, or one value had four spellings.
    if (seen === noLetter || (three & 3) !== 0 || bytes[at + 43] !== 0x3d) throw new Malformed('no hash');
    this.at += hashLetters;
    return hash;
  }

  /** Where the line has ended, letters without a value: whoever asks sees by the last one that it has. */
  #four(at: number): readonly [number, number, number, number] {
    const { bytes } = this;
    return [
      letterValues[bytes[at] as number] as number,
      letterValues[bytes[at + 1] as number] as number,
      letterValues[bytes[at + 2] as number] as number,
      letterValues[bytes[at + 3] as number] as number,
    ];
  }

  /** A canonical JSON string. */
  text(): string {
    const end = endOfText(this.bytes, this.at);
    return JSON.parse(this.#sliceTo(end)) as string;
  }

  /** Exact base64 in a JSON string. */
  base64(): Uint8Array {
    const bytes = fromBase64(this.text());
    if (bytes === null) throw new Malformed('no base64');
    return bytes;
  }

  /** A canonical JSON value, and its bytes. */
  value(): { readonly value: unknown; readonly text: string; readonly bytes: Uint8Array } {
    const from = this.at;
    const text = this.#sliceTo(endOfValue(this.bytes, from));
    return { value: JSON.parse(text), text, bytes: this.bytes.subarray(from, this.at) };
  }

  #sliceTo(end: number): string {
    if (end === wrong) throw new Malformed('not canonical JSON');
    const text = decoded(this.bytes.subarray(this.at, end));
    this.at = end;
    return text;
  }

  /** `[…]` of what `item` takes, at most `most` times. */
  list<T>(item: () => T, most = Number.POSITIVE_INFINITY): readonly T[] {
    const items: T[] = [];
    this.expect('[');
    if (this.takes(']')) return items;
    do {
      if (items.length >= most) throw new Malformed('too many in a list');
      items.push(item());
    } while (this.takes(','));
    this.expect(']');
    return items;
  }

  hashes(most?: number): readonly Uint8Array[] {
    return this.list(() => this.quoted(() => this.hash()), most);
  }

  quoted<T>(take: () => T): T {
    this.expect('"');
    const value = take();
    this.expect('"');
    return value;
  }
}
