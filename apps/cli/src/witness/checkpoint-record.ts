import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseNote } from '#evidence/note/note.ts';
import { parseCheckpoint, type Checkpoint } from '#evidence/note/checkpoint.ts';
import { disk } from '#sealing/durable-file.ts';
import { codeOf } from '../frame/failure.ts';
import { placeNew } from './place-new.ts';

/** What the files say cannot be true. Nothing may be cosigned on top of it. */
export class RecordDamaged extends Error {}

/** The newest checkpoint that was cosigned; `turn` counts them, from 1. Before the first: turn 0, no checkpoint. */
export type Seen = { readonly turn: bigint; readonly checkpoint: Checkpoint | null };

/** What the record needs of a disk; tests put in one that fails. */
export type RecordDisk = {
  list(folder: string): Promise<readonly string[]>;
  read(path: string): Promise<Uint8Array>;
  placeNew(path: string, content: Uint8Array): Promise<boolean>;
  remove(path: string): Promise<void>;
};

export const recordDisk: RecordDisk = {
  list: (folder) => readdir(folder),
  read: (path) => readFile(path),
  placeNew,
  remove: (path) => disk.remove(path),
};

/** The turns that stay after a newer one: far more than can pass while a folder is being listed. */
const kept = 8n;
const turnName = /^[1-9]\d{0,18}$/;

/**
 * The newest checkpoint cosigned for one log: a folder in which every turn is a file of its own that only one can
 * place. So the comparison and the change are one step, whoever else works on the folder and whenever a process
 * is killed, without a lock that a killed process would leave behind (decision 0086).
 */
export class CheckpointRecord {
  private constructor(
    private readonly origin: string,
    private readonly folder: string,
    private readonly files: RecordDisk,
  ) {}

  /** Under `root`, in a folder named by the hash of the configured origin: an origin is no file name. */
  static async open(root: string, origin: string, files: RecordDisk = recordDisk): Promise<CheckpointRecord> {
    const folder = join(root, createHash('sha256').update(origin).digest('hex'));
    await mkdir(folder, { recursive: true, mode: 0o700 });
    await disk.syncFolder(root);
    return new CheckpointRecord(origin, folder, files);
  }

  /** Always from the files: nothing remembered could be staler than they are. Throws RecordDamaged. */
  async newest(): Promise<Seen> {
    const turn = await this.highestTurn();
    if (turn === 0n) return { turn, checkpoint: null };
    try {
      return { turn, checkpoint: this.checkpointIn(await this.files.read(this.pathOf(turn))) };
    } catch (error) {
      // Cleared away by another process between the listing and the reading: there are newer ones.
      if (codeOf(error) === 'ENOENT' && (await this.highestTurn()) > turn) return this.newest();
      throw error;
    }
  }

  /**
   * Records the note as the turn that follows `seen`. False: somebody else's turn came first, nothing is
   * recorded, look again. Durable when true. Throws when the disk fails: then it may be recorded or not.
   */
  async follow(seen: Seen, note: Uint8Array): Promise<boolean> {
    const turn = seen.turn + 1n;
    if (!(await this.files.placeNew(this.pathOf(turn), note))) return false;
    // Whoever slept since it looked may have placed a turn that others passed and cleared away long ago.
    if ((await this.highestTurn()) !== turn) {
      await this.files.remove(this.pathOf(turn));
      return false;
    }
    await this.clear(turn - kept);
    return true;
  }

  private async clear(upTo: bigint): Promise<void> {
    for (const name of await this.files.list(this.folder)) {
      if (turnName.test(name) && BigInt(name) <= upTo) await this.files.remove(join(this.folder, name));
    }
  }

  private async highestTurn(): Promise<bigint> {
    const turns = (await this.files.list(this.folder)).filter((name) => turnName.test(name)).map(BigInt);
    return turns.reduce((highest, turn) => (turn > highest ? turn : highest), 0n);
  }

  private pathOf(turn: bigint): string {
    return join(this.folder, String(turn));
  }

  private checkpointIn(note: Uint8Array): Checkpoint {
    const parsed = parseNote(note);
    const read = parsed.ok ? parseCheckpoint(parsed.note.text) : parsed;
    if (!read.ok) throw new RecordDamaged(`${this.folder}: ${read.reason}`);
    if (read.checkpoint.origin !== this.origin) throw new RecordDamaged(`${this.folder}: ${read.checkpoint.origin}`);
    return read.checkpoint;
  }
}
