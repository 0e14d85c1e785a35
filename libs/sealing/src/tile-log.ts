import { dirname } from 'node:path';
import { isHash, sameBytes } from '#evidence/tree/node.ts';
import { rootOver, subtreesOf, type LeafRange, type Subtree } from '#evidence/tree/ranges.ts';
import { tilePath, tileWidth } from '#evidence/tree/tiles.ts';
import { disk, writeAllDurably, type Disk } from './durable-file.ts';
import { grow, hashesAt, partialTiles, type Edges, type TileBytes } from './tiles/growth.ts';
import { loadTiles, readTile, type LoadedTiles } from './tiles/load-tiles.ts';
import { TileFault } from './tiles/tile-fault.ts';
import { TileNodes, tileHeight } from './tiles/tile-nodes.ts';

export { TileFault } from './tiles/tile-fault.ts';

/**
 * One log's tree as C2SP tlog-tiles files under a folder: `tile/<level>/<index>` of hashes, immutable once full;
 * partial tiles are written under their own names, and those of earlier sizes than the last one are removed.
 * There are no entry bundles: events hold personal matters and never leave the ledger this way.
 */
export interface TileLog {
  /** Leaves in the files. Read from the files at opening; nothing that is not durable is counted. */
  readonly size: bigint;
  /**
   * Adds leaf hashes at the right edge, one call after another. Durable (fsync of files and folders) when it
   * resolves. A crash leaves a shorter tree. After a failure the log takes no more: it MUST be opened again.
   */
  append(leaves: readonly Uint8Array[]): Promise<void>;
  root(): Uint8Array;
  /** Leaf hashes [from, to) as the files have them. Throws RangeError beyond the tree. */
  leaves(from: bigint, to: bigint): Promise<readonly Uint8Array[]>;
  /**
   * Root over a range of `inclusionRanges`, `consistencyRanges` or `strangerRanges`, in O(log) tile reads. Every
   * tile read is held against the one above it: throws TileFault when it is missing or another one.
   */
  rangeRoots(ranges: readonly LeafRange[]): Promise<readonly Uint8Array[]>;
}

export type TileLogOptions = {
  /** Writes nothing and repairs nothing, so that another process may be appending. */
  readonly readOnly?: boolean;
  readonly disk?: Disk;
};

/** Files that are made durable together. */
const batchFiles = 128;
/** Tiles kept in memory: 16 KB each. */
const cachedTiles = 512;
/** How often a reader looks again when a writer changes the files under it. */
const readerAttempts = 5;

class FileTileLog implements TileLog {
  #size: bigint;
  #edges: Edges;
  #edgeNodes: readonly TileNodes[];
  #root: Uint8Array;
  #partials: ReadonlySet<string>;
  #closedTo: 'nobody' | 'second-append' | 'append' = 'nobody';
  readonly #cache = new Map<string, TileNodes>();
  /** A reader's own: tiles that are not in the files yet. */
  readonly #derived: ReadonlyMap<string, Uint8Array>;

  constructor(
    private readonly folder: string,
    private readonly on: Disk,
    loaded: LoadedTiles,
    isReadOnly: boolean,
  ) {
    this.#size = loaded.size;
    this.#edges = loaded.edges;
    this.#edgeNodes = loaded.edges.map((bytes) => new TileNodes(bytes));
    this.#root = this.#rootNow();
    this.#partials = new Set(loaded.partials);
    this.#derived = new Map(isReadOnly ? loaded.derived.map(({ tile, bytes }) => [tilePath(tile), bytes]) : []);
    if (isReadOnly) this.#closedTo = 'append';
  }

  get size(): bigint {
    return this.#size;
  }

  root(): Uint8Array {
    return this.#root;
  }

  /** Finishes what a crash interrupted: what is above level 0 follows from it. */
  async repair({ derived, unfinished }: LoadedTiles): Promise<void> {
    await this.#write(derived);
    for (const path of unfinished) await this.on.remove(`${this.folder}/${path}`);
  }

  async append(leaves: readonly Uint8Array[]): Promise<void> {
    if (this.#closedTo !== 'nobody') throw new Error(`the log is not open to appending (${this.#closedTo})`);
    if (!leaves.every(isHash)) throw new RangeError('a leaf is a hash of 32 bytes');
    if (leaves.length === 0) return;
    this.#closedTo = 'second-append';
    try {
      await this.#grow(leaves);
    } catch (error) {
      // The files may have become longer than what is known here.
      this.#closedTo = 'append';
      throw error;
    }
    this.#closedTo = 'nobody';
  }

  async leaves(from: bigint, to: bigint): Promise<readonly Uint8Array[]> {
    this.#refuseBeyond({ from, to });
    const found: Uint8Array[] = [];
    for (let at = from; at < to;) {
      const nodes = await this.#tile(0, at >> 8n);
      const end = ((at >> 8n) + 1n) << 8n;
      for (; at < end && at < to; at += 1n) found.push(nodes.hash(Number(at & 255n)));
    }
    return found;
  }

  async rangeRoots(ranges: readonly LeafRange[]): Promise<readonly Uint8Array[]> {
    const roots: Uint8Array[] = [];
    for (const range of ranges) {
      this.#refuseBeyond(range);
      const hashes: Uint8Array[] = [];
      for (const subtree of subtreesOf(range)) hashes.push(await this.#node(subtree));
      roots.push(rootOver(hashes).slice());
    }
    return roots;
  }

  async #grow(leaves: readonly Uint8Array[]): Promise<void> {
    const before = partialTiles(this.#size, this.#edges);
    const { full, edges } = grow(this.#size, this.#edges, leaves);
    const size = this.#size + BigInt(leaves.length);
    const after = partialTiles(size, edges);
    const kept = before.map(({ tile }) => tilePath(tile));
    await this.#write(full);
    await this.#writeTogether(after.filter(({ tile }) => !kept.includes(tilePath(tile))));
    this.#size = size;
    this.#edges = edges;
    this.#edgeNodes = edges.map((bytes) => new TileNodes(bytes));
    this.#root = this.#rootNow();
    // Whoever still reads the tree before this one finds its partial tiles; older ones are found in fuller tiles.
    await this.#removeAllBut(new Set([...kept, ...after.map(({ tile }) => tilePath(tile))]));
  }

  /** Tiles of a level only once those below are durable: what is above never lacks what it was made of. */
  async #write(tiles: readonly TileBytes[]): Promise<void> {
    let batch: TileBytes[] = [];
    for (const tile of tiles) {
      if (batch.length === batchFiles || (batch[0] !== undefined && batch[0].tile.level !== tile.tile.level)) {
        await this.#writeTogether(batch);
        batch = [];
      }
      batch.push(tile);
    }
    await this.#writeTogether(batch);
  }

  #writeTogether(tiles: readonly TileBytes[]): Promise<void> {
    const files = tiles.map(({ tile, bytes }) => ({ path: `${this.folder}/${tilePath(tile)}`, bytes }));
    return writeAllDurably(files, this.on);
  }

  async #removeAllBut(kept: ReadonlySet<string>): Promise<void> {
    const folders = new Set([...kept].map(dirname));
    for (const path of this.#partials) {
      if (kept.has(path)) continue;
      await this.on.remove(`${this.folder}/${path}`);
      if (!folders.has(dirname(path))) await this.on.removeFolder(`${this.folder}/${dirname(path)}`);
    }
    this.#partials = kept;
  }

  #rootNow(): Uint8Array {
    return rootOver(this.#edgeNodes.toReversed().flatMap((nodes) => nodes.edge()));
  }

  #refuseBeyond({ from, to }: LeafRange): void {
    if (from < 0n || from > to || to > this.#size)
      throw new RangeError(`no leaves [${from}, ${to}) in a tree of ${this.#size}`);
  }

  async #node({ level, index }: Subtree): Promise<Uint8Array> {
    const height = level % tileHeight;
    const groups = BigInt(tileHeight - height);
    const tileLevel = (level - height) / tileHeight;
    const nodes = await this.#tile(tileLevel, index >> groups);
    const node = nodes.node(height, Number(index & ((1n << groups) - 1n)));
    if (node === null) throw new RangeError(`no subtree ${index} of level ${level} in a tree of ${this.#size}`);
    return node;
  }

  async #tile(level: number, index: bigint): Promise<TileNodes> {
    const edge = this.#edgeNodes[level];
    if (edge !== undefined && index === hashesAt(level, this.#size) >> 8n) return edge;
    const tile = { level, index, width: tileWidth };
    const path = tilePath(tile);
    const known = this.#cache.get(path);
    this.#cache.delete(path);
    const nodes = known ?? new TileNodes(this.#derived.get(path) ?? (await readTile(this.folder, tile)));
    if (known === undefined && !sameBytes(nodes.root(), await this.#node({ level: (level + 1) * tileHeight, index })))
      throw new TileFault(path, 'the tile is not the one that the level above was made from');
    this.#cache.set(path, nodes);
    // In the order of last use: the first one has not been asked for the longest.
    const [oldest] = this.#cache.keys();
    if (this.#cache.size > cachedTiles && oldest !== undefined) this.#cache.delete(oldest);
    return nodes;
  }
}

/** Opens, or begins, the log under `folder`. Throws TileFault when the files contradict each other. */
export const openTileLog = async (
  folder: string,
  { readOnly = false, disk: on = disk }: TileLogOptions = {},
): Promise<TileLog> => {
  for (let attempt = 1; ; attempt += 1) {
    try {
      const loaded = await loadTiles(folder);
      const log = new FileTileLog(folder, on, loaded, readOnly);
      if (!readOnly) await log.repair(loaded);
      return log;
    } catch (error) {
      if (!readOnly || attempt === readerAttempts || !(error instanceof TileFault)) throw error;
    }
  }
};
