import { failed, type Checked } from '../verdict.ts';

/** Numbers here are small: a quorum, nothing else. */
export type StrictJson = string | number | boolean | null | readonly StrictJson[] | ReadonlyMap<string, StrictJson>;

const maxDepth = 16;
const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

class NotStrict extends Error {}

/**
 * JSON as people write it, with white space in any order of names, but with each name once: JSON.parse keeps the
 * last of two and says nothing, so that two readers of one policy could trust two different keys.
 */
class StrictReader {
  #at = 0;

  constructor(private readonly text: string) {}

  whole(): StrictJson {
    const value = this.#value(0);
    this.#skip();
    if (this.#at !== this.text.length) throw new NotStrict('something follows the value');
    return value;
  }

  #skip(): void {
    while (/[ \t\r\n]/.test(this.text.charAt(this.#at))) this.#at += 1;
  }

  /** Whatever the answer, it has gone past white space. */
  #takes(mark: string): boolean {
    this.#skip();
    const found = this.text.startsWith(mark, this.#at);
    if (found) this.#at += mark.length;
    return found;
  }

  #value(depth: number): StrictJson {
    if (depth > maxDepth) throw new NotStrict('nested too deep');
    if (this.#takes('{')) return this.#members(depth);
    if (this.#takes('[')) return this.#items(depth);
    return this.text.charAt(this.#at) === '"' ? this.#string() : this.#scalar();
  }

  #members(depth: number): ReadonlyMap<string, StrictJson> {
    const members = new Map<string, StrictJson>();
    if (this.#takes('}')) return members;
    do {
      this.#skip();
      const name = this.#string();
      if (members.has(name)) throw new NotStrict(`${JSON.stringify(name)} stands twice`);
      if (!this.#takes(':')) throw new NotStrict('a colon is missing');
      members.set(name, this.#value(depth + 1));
    } while (this.#takes(','));
    if (!this.#takes('}')) throw new NotStrict('an object is not ended');
    return members;
  }

  #items(depth: number): readonly StrictJson[] {
    const items: StrictJson[] = [];
    if (this.#takes(']')) return items;
    do items.push(this.#value(depth + 1));
    while (this.#takes(','));
    if (!this.#takes(']')) throw new NotStrict('a list is not ended');
    return items;
  }

  #string(): string {
    const found = /"(?:[^"\\\u0000-\u001f]|\\.)*"/uy;
    found.lastIndex = this.#at;
    const [text] = found.exec(this.text) ?? [];
    if (text === undefined) throw new NotStrict('a text is missing or not ended');
    this.#at += text.length;
    const value = JSON.parse(text) as string;
    if (/\p{Surrogate}/u.test(value)) throw new NotStrict('a text holds half a character');
    return value;
  }

  #scalar(): number | boolean | null {
    const found = /(?:true|false|null|0|[1-9]\d{0,8})(?![\w.+-])/y;
    found.lastIndex = this.#at;
    const [text] = found.exec(this.text) ?? [];
    if (text === undefined) throw new NotStrict('not a value');
    this.#at += text.length;
    return JSON.parse(text) as number | boolean | null;
  }
}

/** Never throws. */
export const parseStrictJson = (bytes: Uint8Array): Checked<{ readonly value: StrictJson }> => {
  try {
    return { ok: true, value: new StrictReader(utf8.decode(bytes)).whole() };
  } catch (error) {
    return failed(error instanceof NotStrict ? error.message : 'not JSON in UTF-8');
  }
};
