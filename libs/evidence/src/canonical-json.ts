/** The value holds something that JSON cannot say, or could say in more than one way. */
export class NotCanonical extends Error {
  constructor(
    /** Where in the value: `$.data.list[2]`. */
    readonly path: string,
    readonly why: string,
  ) {
    super(`${path}: ${why}`);
  }
}

/** Dates, maps, typed arrays and the like would lose their content without a word. */
const isRecord = (value: object): boolean => !('toJSON' in value) && !(Symbol.toStringTag in value);

/**
 * By UTF-16 code unit, as RFC 8785 section 3.2.3 asks and `<` compares. In place: records have a handful of
 * names, often in order already, and every event recorded comes through here.
 */
const sortNames = (names: string[]): string[] => {
  if (names.length > 30) return names.sort();
  for (let next = 1; next < names.length; next += 1) {
    const name = names[next] as string;
    let at = next;
    for (; at > 0 && (names[at - 1] as string) > name; at -= 1) names[at] = names[at - 1] as string;
    names[at] = name;
  }
  return names;
};

/** The fault seen one level further out. Paths are made only when there is a fault. */
const within = (step: string, error: unknown): unknown =>
  error instanceof NotCanonical ? new NotCanonical(step + error.path, error.why) : error;

/** Letters with their marks in one (written Vietnamese among them), and dashes and quotation marks. */
const isStableBeyondMarks = (unit: number): boolean =>
  (unit >= 0x1e00 && unit <= 0x1eff) || (unit >= 0x2010 && unit <= 0x2027);

/** Room to begin with, and the most that is kept for the next value. */
const firstBytes = 16 * 1024;
const keptBytes = 1024 * 1024;

/** ASCII that stands for itself in a JSON string: no control character, quotation mark or backslash. */
const asItIs = Uint8Array.from({ length: 0x80 }, (_, unit) => Number(unit >= 0x20 && unit !== 0x22 && unit !== 0x5c));

/** Most bytes one UTF-16 unit can take: an escaped control character. */
const maxBytesPerUnit = 6;

/**
 * Writes UTF-8 at once, unit by unit: no text is built up, scanned and encoded afterwards, which for events of
 * some hundred characters in dozens of pieces costs several times as much.
 */
class CanonicalWriter {
  #bytes = new Uint8Array(firstBytes);
  #end = 0;
  surelyNfc = true;
  holdsNul = false;

  /** What `copy` makes of the bytes that `value` comes to; they are overwritten by the next one. */
  written<Copy>(value: unknown, copy: (bytes: Uint8Array) => Copy): Copy {
    this.#end = 0;
    this.surelyNfc = true;
    this.holdsNul = false;
    this.#value(value);
    const copied = copy(this.#bytes.subarray(0, this.#end));
    if (this.#bytes.length > keptBytes) this.#bytes = new Uint8Array(firstBytes);
    return copied;
  }

  #value(value: unknown): void {
    switch (typeof value) {
      case 'string':
        return this.#string(value);
      case 'number':
        if (!Number.isFinite(value)) throw new NotCanonical('', 'number is not finite');
        return this.#ascii(JSON.stringify(value));
      case 'boolean':
        return this.#ascii(value ? 'true' : 'false');
      case 'object':
        if (value === null) return this.#ascii('null');
        if (Array.isArray(value)) return this.#array(value);
        return this.#record(value as Readonly<Record<string, unknown>>);
      default:
        throw new NotCanonical('', `${typeof value} has no JSON form`);
    }
  }

  #array(values: readonly unknown[]): void {
    let index = 0;
    this.#ascii('[');
    try {
      for (; index < values.length; index += 1) {
        if (index > 0) this.#ascii(',');
        this.#value(values[index]);
      }
    } catch (error) {
      throw within(`[${index}]`, error);
    }
    this.#ascii(']');
  }

  #record(record: Readonly<Record<string, unknown>>): void {
    if (!isRecord(record)) throw new NotCanonical('', 'not a plain object');
    let name = '';
    let isFirst = true;
    this.#ascii('{');
    try {
      for (name of sortNames(Object.keys(record))) {
        const value = record[name];
        if (value === undefined) continue;
        if (!isFirst) this.#ascii(',');
        isFirst = false;
        this.#string(name);
        this.#ascii(':');
        this.#value(value);
      }
    } catch (error) {
      throw within(`.${name}`, error);
    }
    this.#ascii('}');
  }

  #string(text: string): void {
    this.#reserve(text.length * maxBytesPerUnit + 2);
    const bytes = this.#bytes;
    let end = this.#end;
    bytes[end++] = 0x22;
    for (let index = 0; index < text.length; index += 1) {
      const unit = text.charCodeAt(index);
      if (unit < 0x80 && asItIs[unit] === 1) {
        bytes[end++] = unit;
      } else {
        this.#end = end;
        index += this.#other(unit, text, index);
        end = this.#end;
      }
    }
    bytes[end++] = 0x22;
    this.#end = end;
  }

  /** Everything but plain ASCII; gives how many units more than the first it took. */
  #other(unit: number, text: string, index: number): number {
    if (unit < 0x80) {
      this.#escape(unit);
    } else if (unit < 0xd800 || unit > 0xdfff) {
      this.#letter(unit);
    } else {
      this.#pair(text.codePointAt(index) as number);
      return 1;
    }
    return 0;
  }

  /** Two or three bytes. */
  #letter(unit: number): void {
    if (unit >= 0x300 && !isStableBeyondMarks(unit)) this.surelyNfc = false;
    if (unit < 0x800) {
      this.#bytes[this.#end++] = 0xc0 | (unit >> 6);
    } else {
      this.#bytes[this.#end++] = 0xe0 | (unit >> 12);
      this.#bytes[this.#end++] = 0x80 | ((unit >> 6) & 0x3f);
    }
    this.#bytes[this.#end++] = 0x80 | (unit & 0x3f);
  }

  /** Four bytes. `point`: of a surrogate without its other half, that surrogate itself. */
  #pair(point: number): void {
    if (point < 0x10000) throw new NotCanonical('', 'lone surrogate');
    this.surelyNfc = false;
    this.#bytes[this.#end++] = 0xf0 | (point >> 18);
    this.#bytes[this.#end++] = 0x80 | ((point >> 12) & 0x3f);
    this.#bytes[this.#end++] = 0x80 | ((point >> 6) & 0x3f);
    this.#bytes[this.#end++] = 0x80 | (point & 0x3f);
  }

  /** Quote, backslash or control character: JSON.stringify has the very escapes of RFC 8785 section 3.2.2.2. */
  #escape(unit: number): void {
    if (unit === 0) this.holdsNul = true;
    this.#ascii(JSON.stringify(String.fromCharCode(unit)).slice(1, -1));
  }

  #ascii(text: string): void {
    this.#reserve(text.length);
    let end = this.#end;
    for (let index = 0; index < text.length; index += 1) this.#bytes[end++] = text.charCodeAt(index);
    this.#end = end;
  }

  #reserve(bytes: number): void {
    if (this.#end + bytes <= this.#bytes.length) return;
    const larger = new Uint8Array(2 * (this.#bytes.length + bytes));
    larger.set(this.#bytes.subarray(0, this.#end));
    this.#bytes = larger;
  }
}

const writer = new CanonicalWriter();

export type CanonicalText = {
  /** In UTF-8. */
  readonly bytes: Buffer;
  /** True: every string is in NFC. False: one may not be, since it holds a character that can depend on its neighbours. */
  readonly surelyNfc: boolean;
  /** Whether any string holds U+0000, which JSON can say and some readers cannot take. */
  readonly holdsNul: boolean;
};

const written = <Copy>(value: unknown, copy: (bytes: Uint8Array) => Copy): Copy => {
  try {
    return writer.written(value, copy);
  } catch (error) {
    throw within('$', error);
  }
};

const asBuffer = (bytes: Uint8Array): Buffer => Buffer.from(bytes);

/**
 * JSON Canonicalization Scheme (RFC 8785) as bytes, with what was seen on the way. A property whose value is
 * `undefined` is absent, as in JSON. Throws NotCanonical on numbers that are not finite, lone surrogates and
 * values without a JSON form. Strings are taken as they are: normalising them is the caller's work. For servers:
 * a Buffer is what their databases take, and a browser has none.
 */
export const canonicalText = (value: unknown): CanonicalText => {
  const bytes = written(value, asBuffer);
  return { bytes, surelyNfc: writer.surelyNfc, holdsNul: writer.holdsNul };
};

const utf8 = new TextDecoder('utf-8', { fatal: true });
const asText = (bytes: Uint8Array): string => utf8.decode(bytes);

/** The same as a string, everywhere. */
export const canonicalize = (value: unknown): string => written(value, asText);
