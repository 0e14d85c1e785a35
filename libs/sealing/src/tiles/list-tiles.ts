import { readdir } from 'node:fs/promises';
import type { Dirent } from 'node:fs';
import { parseTilePath } from '#evidence/tree/tiles.ts';
import { isUnfinished } from '../durable-file.ts';
import { isMissing } from './tile-fault.ts';

/** Which tiles of one level lie in a folder, by their names alone. Names of nothing are passed over. */
export type LevelListing = {
  /** Indices of full tiles, ascending. */
  readonly full: readonly number[];
  /** Widths of partial tiles by index, ascending. */
  readonly partials: ReadonlyMap<number, readonly number[]>;
  /** Paths of files that a crash left behind before they had their names. */
  readonly unfinished: readonly string[];
};

const entriesOf = async (path: string): Promise<readonly Dirent[]> => {
  try {
    return await readdir(path, { withFileTypes: true });
  } catch (error) {
    if (isMissing(error)) return [];
    throw error;
  }
};

/** The levels of which there is a folder, highest first. */
export const levelsIn = async (folder: string): Promise<readonly number[]> =>
  (await entriesOf(`${folder}/tile`))
    .filter((entry) => entry.isDirectory() && /^(?:0|[1-9]\d?)$/.test(entry.name))
    .map(({ name }) => Number(name))
    .sort((a, b) => b - a);

class Walk {
  readonly full: number[] = [];
  readonly partials = new Map<number, number[]>();
  readonly unfinished: string[] = [];

  constructor(private readonly root: string) {}

  async folder(path: string): Promise<void> {
    for (const entry of await entriesOf(`${this.root}/${path}`)) {
      const below = `${path}/${entry.name}`;
      if (entry.isDirectory()) await this.folder(below);
      else if (isUnfinished(entry.name)) this.unfinished.push(below);
      else this.#tile(below);
    }
  }

  #tile(path: string): void {
    const tile = parseTilePath(path);
    if (tile === null) return;
    const index = Number(tile.index);
    if (!path.includes('.p/')) this.full.push(index);
    else
      this.partials.set(
        index,
        [...(this.partials.get(index) ?? []), tile.width].sort((a, b) => a - b),
      );
  }
}

/** Reads names, one folder at a time: a thousand tiles each. */
export const listLevel = async (folder: string, level: number): Promise<LevelListing> => {
  const walk = new Walk(folder);
  await walk.folder(`tile/${level}`);
  walk.full.sort((a, b) => a - b);
  return walk;
};
