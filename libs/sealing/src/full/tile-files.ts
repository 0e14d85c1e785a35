import { hashBytes } from '#evidence/tree/node.ts';
import { tilePath, tileWidth, type Tile } from '#evidence/tree/tiles.ts';
import { numbersIn, readIfThere } from '../signer/files.ts';

/** How often the folder is looked at again while a writer puts fuller tiles in place of partial ones. */
const attempts = 3;

/**
 * The first `width` hashes of a tile as the files have them: from the tile itself, or from a fuller one that took
 * its place. null: there is none, or it is cut short.
 */
export const tileFile = async (folder: string, { level, index, width }: Tile): Promise<Uint8Array | null> => {
  const full = `${folder}/${tilePath({ level, index, width: tileWidth })}`;
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    const widths = (await numbersIn(`${full}.p`)).filter((known) => known >= width && known < tileWidth);
    const bytes = (await readIfThere(full)) ?? (await firstOf(widths.map((known) => `${full}.p/${known}`)));
    if (bytes !== null) return bytes.length < width * hashBytes ? null : bytes.subarray(0, width * hashBytes);
  }
  return null;
};

const firstOf = async (paths: readonly string[]): Promise<Uint8Array | null> => {
  for (const path of paths) {
    const bytes = await readIfThere(path);
    if (bytes !== null) return bytes;
  }
  return null;
};
