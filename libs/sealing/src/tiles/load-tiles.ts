import { readFile } from 'node:fs/promises';
import { hashBytes, sameBytes } from '#evidence/tree/node.ts';
import { tilePath, tileWidth, type Tile } from '#evidence/tree/tiles.ts';
import { hashesAt, joined, type Edges, type TileBytes } from './growth.ts';
import { levelsIn, listLevel, type LevelListing } from './list-tiles.ts';
import { TileNodes } from './tile-nodes.ts';
import { TileFault, isMissing } from './tile-fault.ts';

/** The bytes of one tile file. Throws TileFault when it is missing, or not as long as its name says. */
export const readTile = async (folder: string, tile: Tile): Promise<Uint8Array> => {
  const path = tilePath(tile);
  let bytes: Uint8Array;
  try {
    bytes = new Uint8Array(await readFile(`${folder}/${path}`));
  } catch (error) {
    if (isMissing(error)) throw new TileFault(path, 'the tile is missing', { cause: error });
    throw error;
  }
  if (bytes.length !== tile.width * hashBytes) throw new TileFault(path, `the tile has ${bytes.length} bytes`);
  return bytes;
};

export type LoadedTiles = {
  readonly size: bigint;
  readonly edges: Edges;
  /** Tiles above level 0 that a crash kept from being written: made again from those below. */
  readonly derived: readonly TileBytes[];
  /** Paths of all partial tiles there are. */
  readonly partials: readonly string[];
  readonly unfinished: readonly string[];
};

const none: LevelListing = { full: [], partials: new Map(), unfinished: [] };
const nothing = new Uint8Array(0);

/** How many of the ascending indices follow one another from 0. */
const unbroken = (indices: readonly number[]): number => {
  const gap = indices.findIndex((index, at) => index !== at);
  return gap < 0 ? indices.length : gap;
};

/** How many hashes of its level the names speak of. */
const claimed = ({ full, partials }: LevelListing): bigint => {
  const last = BigInt((full.at(-1) ?? -1) + 1) << 8n;
  const ends = [...partials].map(([index, widths]) => (BigInt(index) << 8n) + BigInt(widths.at(-1) ?? 0));
  return ends.reduce((most, end) => (end > most ? end : most), last);
};

class Loading {
  readonly #derived = new Map<string, TileBytes>();
  readonly #edges: Uint8Array[] = [];

  constructor(
    private readonly folder: string,
    private readonly listings: ReadonlyMap<number, LevelListing>,
    private readonly size: bigint,
  ) {}

  /** What stands above a tile is written only once the tile is durable, so more above than below is no crash. */
  refuseMissing(): void {
    // The lowest first: it is the one whose file is named.
    for (const [level, listing] of [...this.listings].toReversed()) {
      const whole = hashesAt(level, this.size);
      if (level === 0 || claimed(listing) <= whole) continue;
      const missing = tilePath({ level: level - 1, index: whole, width: tileWidth });
      throw new TileFault(missing, `the tile is missing, but level ${level} was made from it`);
    }
  }

  async load(): Promise<{ readonly edges: Edges; readonly derived: readonly TileBytes[] }> {
    this.#edges.push(await this.#lowestEdge());
    for (let level = 1; hashesAt(level, this.size) > 0n; level += 1) {
      await this.#deriveFull(level);
      this.#edges.push(await this.#edgeOf(level));
      await this.#checkLast(level);
    }
    return { edges: this.#edges, derived: [...this.#derived.values()] };
  }

  #listing(level: number): LevelListing {
    return this.listings.get(level) ?? none;
  }

  /** The widest partial tile is what counts; narrower ones beside it must be how it began. */
  async #lowestEdge(): Promise<Uint8Array> {
    const index = this.size >> 8n;
    const widths = this.#listing(0).partials.get(Number(index)) ?? [];
    let edge: Uint8Array = nothing;
    for (const width of widths) {
      const wider = await readTile(this.folder, { level: 0, index, width });
      if (!sameBytes(wider.subarray(0, edge.length), edge))
        throw new TileFault(tilePath({ level: 0, index, width }), 'does not begin as the narrower tile did');
      edge = wider;
    }
    return edge;
  }

  async #deriveFull(level: number): Promise<void> {
    const there = new Set(this.#listing(level).full);
    const end = Number(hashesAt(level, this.size) >> 8n);
    for (let index = 0; index < end; index += 1) {
      if (there.has(index)) continue;
      const tile: Tile = { level, index: BigInt(index), width: tileWidth };
      this.#derived.set(tilePath(tile), { tile, bytes: await this.#made(tile) });
    }
  }

  async #edgeOf(level: number): Promise<Uint8Array> {
    const hashes = hashesAt(level, this.size);
    const tile: Tile = { level, index: hashes >> 8n, width: Number(hashes & 255n) };
    if (tile.width === 0) return nothing;
    const widths = this.#listing(level).partials.get(Number(tile.index)) ?? [];
    if (widths.includes(tile.width)) return readTile(this.folder, tile);
    const bytes = await this.#made(tile);
    this.#derived.set(tilePath(tile), { tile, bytes });
    return bytes;
  }

  async #checkLast(level: number): Promise<void> {
    const last = hashesAt(level, this.size) - 1n;
    const edge = this.#edges[level] ?? nothing;
    const full: Tile = { level, index: last >> 8n, width: tileWidth };
    const stated = (edge.length > 0 ? edge : await this.#full(full)).subarray(-hashBytes);
    if (!sameBytes(stated, await this.#rootOf(level - 1, last)))
      throw new TileFault(
        tilePath(edge.length > 0 ? { ...full, width: edge.length / hashBytes } : full),
        `the last hash is not that of the tile below, ${tilePath({ level: level - 1, index: last, width: tileWidth })}`,
      );
  }

  async #made({ level, index, width }: Tile): Promise<Uint8Array> {
    const roots: Uint8Array[] = [];
    for (let at = 0n; at < width; at += 1n) roots.push(await this.#rootOf(level - 1, (index << 8n) + at));
    return joined(roots);
  }

  async #rootOf(level: number, index: bigint): Promise<Uint8Array> {
    return new TileNodes(await this.#full({ level, index, width: tileWidth })).root();
  }

  async #full(tile: Tile): Promise<Uint8Array> {
    return this.#derived.get(tilePath(tile))?.bytes ?? readTile(this.folder, tile);
  }
}

const sizeOf = ({ full, partials }: LevelListing): bigint => {
  const whole = unbroken(full);
  return (BigInt(whole) << 8n) + BigInt(partials.get(whole)?.at(-1) ?? 0);
};

const pathsOf = (level: number, { partials }: LevelListing): readonly string[] =>
  [...partials].flatMap(([index, widths]) => widths.map((width) => tilePath({ level, index: BigInt(index), width })));

/**
 * Reads a tree's right edge from its files. The size is what lies unbroken at level 0; a gap there that no
 * higher level knows of is a crash in the middle of writing, and what lies beyond it never counted.
 */
export const loadTiles = async (folder: string): Promise<LoadedTiles> => {
  const listings = new Map<number, LevelListing>();
  // From the top: whoever writes meanwhile writes from the bottom, so nothing listed lacks what it is made of.
  for (const level of await levelsIn(folder)) listings.set(level, await listLevel(folder, level));
  const size = sizeOf(listings.get(0) ?? none);
  const loading = new Loading(folder, listings, size);
  loading.refuseMissing();
  return {
    size,
    ...(await loading.load()),
    partials: [...listings].flatMap(([level, listing]) => pathsOf(level, listing)),
    unfinished: [...listings.values()].flatMap(({ unfinished }) => unfinished),
  };
};
