import { parseCheckpoint, type Checkpoint } from '#evidence/note/checkpoint.ts';
import { parseNote, type Note } from '#evidence/note/note.ts';
import { evidencePaths } from '../evidence-folder.ts';
import { numbersIn, readIfThere, textIfThere } from '../signer/files.ts';

/** A checkpoint that lies in the folder: its size and where. */
export type Published = { readonly size: bigint; readonly path: string };

/** One log of the evidence folder, as it was when the check began. */
export type SealedLog = {
  readonly incarnation: number;
  readonly origin: string;
  /** Absolute. */
  readonly folder: string;
  /** Ascending by size. */
  readonly published: readonly Published[];
};

export type ReadCheckpoint = { readonly note: Note; readonly checkpoint: Checkpoint };

/** `missing`: no such file; null: no checkpoint. */
export const readCheckpoint = async (path: string): Promise<ReadCheckpoint | 'missing' | null> => {
  const bytes = await readIfThere(path);
  if (bytes === null) return 'missing';
  const parsed = parseNote(bytes);
  const read = parsed.ok ? parseCheckpoint(parsed.note.text) : parsed;
  return parsed.ok && read.ok ? { note: parsed.note, checkpoint: read.checkpoint } : null;
};

type Found = { readonly logs: readonly SealedLog[]; readonly malformed: readonly string[] };

/** Every log in the folder, by incarnation. `malformed`: files at the top that are no checkpoint. */
export const sealedLogs = async (folder: string): Promise<Found> => {
  const logs: SealedLog[] = [];
  const malformed: string[] = [];
  const single = async (path: string): Promise<{ readonly origin: string; readonly item: Published } | null> => {
    const read = await readCheckpoint(path);
    if (read === null) malformed.push(path);
    if (read === null || read === 'missing') return null;
    return { origin: read.checkpoint.origin, item: { size: read.checkpoint.size, path } };
  };
  const signed = await single(evidencePaths.lastSigned(folder));
  for (const number of await numbersIn(`${folder}/log`)) {
    const incarnation = Number(number);
    const log = evidencePaths.log(folder, incarnation);
    const origin = (await textIfThere(`${log}/origin`))?.trimEnd() ?? null;
    if (origin === null) {
      malformed.push(`${log}/origin`);
      continue;
    }
    const newest = await single(evidencePaths.checkpoint(folder, incarnation));
    const sizes = await numbersIn(`${log}/checkpoints`);
    const published = [
      ...sizes.map((size) => ({ size, path: evidencePaths.checkpointOf(folder, incarnation, size) })),
      ...(newest === null ? [] : [newest.item]),
      ...(signed?.origin === origin ? [signed.item] : []),
    ];
    published.sort((one, other) => (one.size < other.size ? -1 : Number(one.size > other.size)));
    logs.push({ incarnation, origin, folder: log, published });
  }
  return { logs, malformed };
};
