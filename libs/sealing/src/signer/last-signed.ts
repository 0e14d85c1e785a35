import { parseCheckpoint, type Checkpoint } from '#evidence/note/checkpoint.ts';
import { openNote, type NoteVerifier } from '#evidence/note/note.ts';
import { writeDurably } from '../durable-file.ts';
import { evidencePaths } from '../evidence-folder.ts';
import { readIfThere } from './files.ts';
import { SealingRefused } from './sealing-refused.ts';

/** What this signer signed last: no tree that does not extend it will be signed. */
export type LastSigned = {
  readonly note: Uint8Array;
  readonly text: string;
  readonly checkpoint: Checkpoint;
  /** Whose signature was found. */
  readonly by: NoteVerifier;
};

const unreadable = (reason: string): SealingRefused =>
  new SealingRefused('evidence-lost', {
    vi: `Không dùng được điểm kiểm đã ký lần cuối (signer/last-signed): ${reason}`,
    en: `The last signed checkpoint (signer/last-signed) cannot be used: ${reason}`,
  });

/**
 * Read anew from the disk every time: another process may have signed. null: nothing was signed here. Throws
 * SealingRefused when the note is not of one of these keys: what is proved against it would be worth nothing.
 */
export const readLastSigned = async (
  folder: string,
  verifiers: readonly NoteVerifier[],
): Promise<LastSigned | null> => {
  const note = await readIfThere(evidencePaths.lastSigned(folder));
  if (note === null) return null;
  const opened = openNote(note, verifiers);
  if (!opened.ok) throw unreadable(opened.reason);
  const parsed = parseCheckpoint(opened.text);
  if (!parsed.ok) throw unreadable(parsed.reason);
  const [by] = opened.verified;
  if (by === undefined) throw unreadable('no known key has signed the note');
  return { note, text: opened.text, checkpoint: parsed.checkpoint, by };
};

/** Durable when it resolves. MUST have resolved before anybody else sees the note. */
export const keepLastSigned = (folder: string, note: Uint8Array): Promise<void> =>
  writeDurably(evidencePaths.lastSigned(folder), note);
