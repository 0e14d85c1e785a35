import { formatNote, openNote, parseNote, type NoteSignature } from '#evidence/note/note.ts';
import { verifierOf, type PublicKey } from '#evidence/note/ed25519.ts';
import { writeAllDurably } from '../durable-file.ts';
import { evidencePaths } from '../evidence-folder.ts';
import { readIfThere } from './files.ts';

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

/** Names of the keys that signed the note. */
export const signersOf = (note: Uint8Array | null, keys: readonly PublicKey[]): ReadonlySet<string> => {
  const opened = note === null ? null : openNote(note, keys.map(verifierOf));
  return new Set(opened?.ok === true ? opened.verified.map(({ name }) => name) : []);
};

const signaturesIn = (text: string, lines: readonly string[]): readonly NoteSignature[] => {
  const parsed = parseNote(utf8(`${text}\n${lines.join('')}`));
  return parsed.ok ? parsed.note.signatures : [];
};

/**
 * The note with the signatures among `lines` that are of these keys and verify, one per key, the first
 * counting. Whatever else a witness sends is left out: it could spoil the note for its readers.
 */
export const withCosignatures = (
  note: Uint8Array,
  lines: readonly string[],
  keys: readonly PublicKey[],
): Uint8Array => {
  const parsed = parseNote(note);
  if (!parsed.ok) throw new RangeError(parsed.reason);
  const { text, signatures } = parsed.note;
  const verifiers = keys.map(verifierOf);
  const taken = new Set<number>();
  const cosignatures = lines
    .flatMap((line) => signaturesIn(text, [line]))
    .filter(({ name, keyId, signature }) => {
      const verifier = verifiers.find((known) => known.name === name && known.keyId === keyId);
      if (verifier === undefined || taken.has(keyId) || !verifier.verify(text, signature)) return false;
      taken.add(keyId);
      return true;
    });
  return utf8(formatNote({ text, signatures: [...signatures, ...cosignatures] }));
};

/** The signature lines of a published note of the same text, to be kept where a witness does not answer again. */
export const linesOf = (published: Uint8Array | null, text: string): readonly string[] => {
  const parsed = published === null ? null : parseNote(published);
  if (parsed?.ok !== true || parsed.note.text !== text) return [];
  return parsed.note.signatures.map((signature) =>
    formatNote({ text: '\n', signatures: [signature] }).slice('\n\n'.length),
  );
};

type Place = { readonly folder: string; readonly incarnation: number };

export const publishedNote = ({ folder, incarnation }: Place): Promise<Uint8Array | null> =>
  readIfThere(evidencePaths.checkpoint(folder, incarnation));

/** By size first: whoever sees the newest note finds it there as well. Durable when it resolves. */
export const publishNote = ({ folder, incarnation }: Place, size: bigint, note: Uint8Array): Promise<void> =>
  writeAllDurably([
    { path: evidencePaths.checkpointOf(folder, incarnation, size), bytes: note },
    { path: evidencePaths.checkpoint(folder, incarnation), bytes: note },
  ]);
