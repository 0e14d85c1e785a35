import { parseTilePath, tilePath } from '#evidence/tree/tiles.ts';
import { hashBytes } from '#evidence/tree/node.ts';
import { evidencePaths } from '#sealing/evidence-folder.ts';
import { readIfThere } from '#sealing/signer/files.ts';
import type { SealingSettings } from '#sealing/signer/settings.ts';
import { EdgeProblem } from '../edge/problem-errors.ts';

const missing = (): EdgeProblem => new EdgeProblem('not-found');

const numberIn = (incarnation: string): number => {
  if (!/^[1-9]\d{0,5}$/.test(incarnation)) throw missing();
  return Number(incarnation);
};

/**
 * The published files of the evidence, never the tables they came from. A path is taken apart and put together
 * again, so that what is read is a tile or nothing. Throws EdgeProblem `not-found`.
 */
export class EvidenceFiles {
  /** null: this server was given no evidence to serve. */
  constructor(private readonly settings: SealingSettings | null) {}

  checkpoint(incarnation: string): Promise<Uint8Array> {
    return this.#read(evidencePaths.checkpoint(this.#settings().folder, numberIn(incarnation)));
  }

  async tile(incarnation: string, path: string): Promise<Uint8Array> {
    const tile = parseTilePath(path);
    if (tile === null) throw missing();
    const bytes = await this.#read(
      `${evidencePaths.log(this.#settings().folder, numberIn(incarnation))}/${tilePath(tile)}`,
    );
    // Half a file of a disk in trouble would be kept for a year by whoever asked.
    if (bytes.length !== tile.width * hashBytes) throw missing();
    return bytes;
  }

  #settings(): SealingSettings {
    if (this.settings === null) throw missing();
    return this.settings;
  }

  async #read(path: string): Promise<Uint8Array> {
    const bytes = await readIfThere(path);
    if (bytes === null) throw missing();
    return bytes;
  }
}
