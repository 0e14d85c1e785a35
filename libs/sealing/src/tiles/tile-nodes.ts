import { hash } from 'node:crypto';
import { hashBytes } from '#evidence/tree/node.ts';

/** Levels of the tree that one tile stands for; the next tile level begins above them. */
export const tileHeight = 8;

export const hashAt = (bytes: Uint8Array, at: number): Uint8Array =>
  bytes.subarray(at * hashBytes, (at + 1) * hashBytes);

/** Two children after the byte that tells a node from a leaf (RFC 6962 section 2.1). */
const pair = Uint8Array.of(0x01, ...new Uint8Array(2 * hashBytes));

/** `nodeHash` of each pair; in one call each, since thousands of hash objects are what a proof would wait for. */
const rowAbove = (below: Uint8Array): Uint8Array => {
  const pairs = Math.floor(below.length / hashBytes / 2);
  const row = new Uint8Array(pairs * hashBytes);
  for (let at = 0; at < pairs; at += 1) {
    pair.set(below.subarray(2 * at * hashBytes, 2 * (at + 1) * hashBytes), 1);
    row.set(hash('sha256', pair, 'buffer'), at * hashBytes);
  }
  return row;
};

/**
 * Every whole subtree inside one tile: row 0 the bytes of the tile, each further row the hashes of pairs, up to
 * the root of a full tile. Packed: 16 KB for 256 hashes.
 */
export class TileNodes {
  readonly #rows: readonly Uint8Array[];

  constructor(bytes: Uint8Array) {
    const rows = [bytes];
    for (let row = bytes; row.length > hashBytes; rows.push(row)) row = rowAbove(row);
    this.#rows = rows;
  }

  get width(): number {
    return (this.#rows[0]?.length ?? 0) / hashBytes;
  }

  /** Root over the `at`-th group of 2^height hashes; null when the tile does not hold them all. */
  node(height: number, at: number): Uint8Array | null {
    const row = this.#rows[height];
    return row !== undefined && (at + 1) * hashBytes <= row.length ? hashAt(row, at) : null;
  }

  /** A copy of the `at`-th hash of the tile. Throws RangeError beyond its width. */
  hash(at: number): Uint8Array {
    const found = this.node(0, at);
    if (found === null) throw new RangeError(`no hash ${at} in a tile of ${this.width}`);
    return found.slice();
  }

  /** Of a full tile: the hash that stands for it one tile level up. Throws RangeError for a partial one. */
  root(): Uint8Array {
    const root = this.node(tileHeight, 0);
    if (root === null) throw new RangeError(`a tile of ${this.width} hashes has no root yet`);
    return root;
  }

  /** The whole subtrees that a partial tile is made of, left to right: one per bit set in its width. */
  edge(): readonly Uint8Array[] {
    const found: Uint8Array[] = [];
    let taken = 0;
    for (let height = tileHeight; height >= 0; height -= 1) {
      if (((this.width >> height) & 1) === 0) continue;
      const node = this.node(height, taken >> height);
      if (node !== null) found.push(node);
      taken += 1 << height;
    }
    return found;
  }
}
