import { randomBytes } from 'node:crypto';

const words = 4;
const firstSlots = 1 << 12;

/**
 * Ids of sixteen bytes, each kept whole: 32 to 64 bytes of memory per id, without the limit of sixteen million that
 * a Set has. The seed keeps whoever chooses ids from choosing where they lie.
 */
export class IdSet {
  #slots = firstSlots;
  #table = new Uint32Array(firstSlots * words);
  #taken = new Uint8Array(firstSlots);
  #count = 0;
  readonly #seed = randomBytes(4).readUInt32LE() | 1;

  /** False: it was there already. `id`: a UUID. Throws RangeError for anything else. */
  add(id: string): boolean {
    const key = wordsOf(id);
    if (this.#count * 2 >= this.#slots) this.#grow();
    if (!this.#put(key)) return false;
    this.#count += 1;
    return true;
  }

  #put(key: Uint32Array): boolean {
    const mask = this.#slots - 1;
    let slot = this.#seed;
    for (const word of key) {
      slot = Math.imul(slot ^ word, 0x9e3779b1);
      slot ^= slot >>> 15;
    }
    for (slot &= mask; this.#taken[slot] === 1; slot = (slot + 1) & mask) if (this.#holds(slot, key)) return false;
    this.#table.set(key, slot * words);
    this.#taken[slot] = 1;
    return true;
  }

  #holds(slot: number, key: Uint32Array): boolean {
    return key.every((word, at) => this.#table[slot * words + at] === word);
  }

  #grow(): void {
    const [table, taken] = [this.#table, this.#taken];
    this.#slots *= 2;
    this.#table = new Uint32Array(this.#slots * words);
    this.#taken = new Uint8Array(this.#slots);
    for (const [slot, isTaken] of taken.entries())
      if (isTaken === 1) this.#put(table.subarray(slot * words, (slot + 1) * words));
  }
}

const shape = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

const wordsOf = (id: string): Uint32Array => {
  if (!shape.test(id)) throw new RangeError(`not a UUID: ${id}`);
  const hex = id.replaceAll('-', '');
  return Uint32Array.from({ length: words }, (_, at) => Number.parseInt(hex.slice(at * 8, at * 8 + 8), 16));
};
