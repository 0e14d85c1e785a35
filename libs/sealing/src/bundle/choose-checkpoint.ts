import { parseCheckpoint, type Checkpoint } from '#evidence/note/checkpoint.ts';
import { parseNote } from '#evidence/note/note.ts';
import { evidencePaths, type EvidenceSettings } from '../evidence-folder.ts';
import { numbersIn, readIfThere } from '../signer/files.ts';
import { signersOf } from '../signer/publish.ts';

export type Log = { readonly settings: EvidenceSettings; readonly incarnation: number };

/** A published checkpoint: its note whole, the text that was signed and stamped, and what that says. */
export type Published = { readonly note: string; readonly text: string; readonly checkpoint: Checkpoint };

/** The note published at this size; null when there is none that can be read. */
export const publishedAt = async ({ settings, incarnation }: Log, size: bigint): Promise<Published | null> => {
  const bytes = await readIfThere(evidencePaths.checkpointOf(settings.folder, incarnation, size));
  const parsed = bytes === null ? null : parseNote(bytes);
  if (bytes === null || parsed?.ok !== true) return null;
  const { text } = parsed.note;
  const read = parseCheckpoint(text);
  return read.ok && read.checkpoint.size === size
    ? { note: new TextDecoder().decode(bytes), text, checkpoint: read.checkpoint }
    : null;
};

/** Sizes of all published checkpoints, ascending. */
export const publishedSizes = ({ settings, incarnation }: Log): Promise<readonly bigint[]> =>
  numbersIn(`${evidencePaths.log(settings.folder, incarnation)}/checkpoints`);

/**
 * The newest checkpoint over the position that enough witnesses have cosigned; when none has, the newest one over
 * it, for the verifier to judge. null: none reaches so far.
 */
export const chooseCheckpoint = async (log: Log, position: bigint): Promise<Published | null> => {
  const keys = log.settings.witnesses.map(({ key }) => key);
  let newest: Published | null = null;
  for (const size of (await publishedSizes(log)).toReversed()) {
    if (size <= position) break;
    const published = await publishedAt(log, size);
    if (published === null) continue;
    const cosigned = signersOf(new TextEncoder().encode(published.note), keys).size;
    if (cosigned >= log.settings.quorum) return published;
    newest ??= published;
  }
  return newest;
};
