import { hashBytes, sameBytes } from '#evidence/tree/node.ts';
import { Frontier } from '#evidence/tree/ranges.ts';
import { tilePath, tileWidth } from '#evidence/tree/tiles.ts';
import type { TileBytes } from '../tiles/growth.ts';
import { hashAt } from '../tiles/tile-nodes.ts';
import type { Findings } from './findings.ts';
import type { GrowingTree } from './growing-tree.ts';
import { tileFile } from './tile-files.ts';

/** From where on the tiles have other leaves than the events, and the tree that the tiles make. */
export type Split = {
  readonly position: bigint;
  /** As the tiles have it, and as the events do. */
  readonly tiled: Uint8Array;
  readonly there: Uint8Array;
  /** null: a tile is missing, so nothing more is known of that tree. */
  readonly tree: Frontier | null;
};

type Read = {
  readonly made: TileBytes;
  /** What the files have of it; null: nothing. */
  readonly file: Uint8Array | null;
};

/** The first at which two tiles differ; null: nowhere. */
const firstDifference = (one: Uint8Array, other: Uint8Array): number | null => {
  for (let at = 0; at < one.length; at += hashBytes)
    if (!sameBytes(one.subarray(at, at + hashBytes), other.subarray(at, at + hashBytes))) return at / hashBytes;
  return null;
};

const splitIn = ({ made: { tile, bytes }, file }: Read, tree: GrowingTree): Split | null => {
  const at = file === null ? null : firstDifference(file, bytes);
  if (at === null || file === null) return null;
  return {
    position: tile.index * BigInt(tileWidth) + BigInt(at),
    tiled: hashAt(file, at).slice(),
    there: hashAt(bytes, at).slice(),
    tree: tree.beforeLastTile(),
  };
};

/** The tree of the tiles with one tile more, on a copy. */
const grownBy = (split: Split, { made, file }: Read): Split => {
  if (split.tree === null || file === null) return { ...split, tree: null };
  const tree = Frontier.of(split.tree.size, split.tree.hashes);
  for (let leaf = 0; leaf < made.tile.width; leaf += 1) tree.add(hashAt(file, leaf).slice());
  return { ...split, tree };
};

/**
 * Holds the tiles of a log against those that the events make. Where they differ, the tree of the tiles is kept beside
 * that of the events, so that a checkpoint can say which of the two was changed.
 */
export class TileAudit {
  compared = 0;
  #split: Split | null = null;
  /** Tiles that are not what the events give, until a checkpoint says who is right. */
  #wrong: string[] = [];

  constructor(
    private readonly folder: string,
    private readonly findings: Findings,
  ) {}

  /** A tile that the events have just made, full or at the edge. */
  async compare(made: TileBytes, tree: GrowingTree): Promise<void> {
    const file = await tileFile(this.folder, made.tile);
    const name = `${this.folder}/${tilePath(made.tile)}`;
    this.compared += 1;
    if (file === null) this.findings.add('tile-missing', { name });
    else if (!sameBytes(file, made.bytes)) this.#wrong.push(name);
    if (made.tile.level > 0) return;
    const split = this.#split ?? splitIn({ made, file }, tree);
    this.#split = split && grownBy(split, { made, file });
  }

  /** What the tiles make of a tree of this size, where they differ: a checkpoint may fall into the middle of a tile. */
  async splitAt(tree: GrowingTree): Promise<Split | null> {
    const [made] = tree.partials();
    if (this.#split?.tree?.size === tree.size || made?.tile.level !== 0) return this.#split;
    const read = { made, file: await tileFile(this.folder, made.tile) };
    const split = this.#split ?? splitIn(read, tree);
    return split && grownBy(split, read);
  }

  /** The tree of the tiles at a size beyond the events; null: they do not hold it. `split`: of this audit. */
  async rootBeyond({ tree }: Split, size: bigint): Promise<Uint8Array | null> {
    if (tree === null) return null;
    const grown = Frontier.of(tree.size, tree.hashes);
    while (grown.size < size) {
      const index = grown.size / BigInt(tileWidth);
      const left = size - index * BigInt(tileWidth);
      const width = left < BigInt(tileWidth) ? Number(left) : tileWidth;
      const file = await tileFile(this.folder, { level: 0, index, width });
      if (file === null) return null;
      for (let at = Number(grown.size % BigInt(tileWidth)); at < width; at += 1) grown.add(hashAt(file, at).slice());
    }
    return grown.root();
  }

  /** The events are those that were signed, so whatever differs from them was changed. */
  eventsAreRight(): void {
    for (const name of this.#wrong) this.findings.add('tile-differs', { name });
    this.#wrong = [];
    this.#split = null;
  }
}
