import { hashBytes } from '#evidence/tree/node.ts';
import { Frontier } from '#evidence/tree/ranges.ts';
import { tileWidth } from '#evidence/tree/tiles.ts';
import { joined, type TileBytes } from '../tiles/growth.ts';
import { tileHeight } from '../tiles/tile-nodes.ts';

/** The tree over the leaves of the events as they pass, with the tiles that these make. */
export class GrowingTree {
  readonly #frontier = new Frontier();
  /** By tile level: hashes since its last full tile. */
  readonly #open: Uint8Array[][] = [];
  #full: TileBytes[] = [];
  /** The tree at the last multiple of a tile's width. */
  #before = new Frontier();

  get size(): bigint {
    return this.#frontier.size;
  }

  root(): Uint8Array {
    return this.#frontier.root();
  }

  /** Tiles that the leaf has made full, the lowest first. */
  add(leaf: Uint8Array): readonly TileBytes[] {
    const at = this.size;
    if (at % BigInt(tileWidth) === 0n) this.#before = Frontier.of(at, this.#frontier.hashes);
    this.#full = [];
    this.#frontier.add(leaf, ({ level, index }, hash) => {
      if (level % tileHeight === 0) this.#put(level / tileHeight, index, hash);
    });
    return this.#full;
  }

  /** A copy of the tree at the beginning of the lowest tile that was added to last. */
  beforeLastTile(): Frontier {
    return Frontier.of(this.#before.size, this.#before.hashes);
  }

  /** The partial tiles of the tree as it is, the lowest first. */
  partials(): readonly TileBytes[] {
    return this.#open.flatMap((hashes, level) =>
      hashes.length === 0
        ? []
        : [
            {
              tile: { level, index: this.size >> BigInt(tileHeight * (level + 1)), width: hashes.length },
              bytes: joined(hashes),
            },
          ],
    );
  }

  #put(level: number, index: bigint, hash: Uint8Array): void {
    const hashes = (this.#open[level] ??= []);
    hashes.push(hash.slice(0, hashBytes));
    if (hashes.length < tileWidth) return;
    this.#open[level] = [];
    this.#full.push({ tile: { level, index: index >> BigInt(tileHeight), width: tileWidth }, bytes: joined(hashes) });
  }
}
