import { failed, type Checked } from '../verdict.ts';
import { fromBase64, toBase64 } from './base64.ts';

/** One signature line; `keyId` and name say whose it is, `signature` is what follows the id. */
export type NoteSignature = { readonly name: string; readonly keyId: number; readonly signature: Uint8Array };
/** A signed note (C2SP signed-note). `text` ends with a newline. Nothing in it may be believed before it is opened. */
export type Note = { readonly text: string; readonly signatures: readonly NoteSignature[] };

/** Whoever can check signatures of one key. */
export type NoteVerifier = {
  readonly name: string;
  readonly keyId: number;
  verify(text: string, signature: Uint8Array): boolean;
};
export type NoteSigner = { readonly name: string; readonly keyId: number; sign(text: string): Uint8Array };

/** Larger than any note of ours with a hundred cosignatures. */
const maxNoteBytes = 1_000_000;
const maxSignatures = 100;
const signaturePrefix = '\u2014 ';

/** Not empty, without a plus sign and without anything Unicode calls a space. */
export const isKeyName = (name: string): boolean => name !== '' && !/[\s\u0085\u180e+]/u.test(name);

const decode = (bytes: Uint8Array): string | null => {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return null;
  }
};

const hasControl = (text: string): boolean => {
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    if (unit < 0x20 && unit !== 0x0a) return true;
  }
  return false;
};

const signatureOf = (line: string): NoteSignature | null => {
  if (!line.startsWith(signaturePrefix)) return null;
  const [name = '', encoded = '', ...more] = line.slice(signaturePrefix.length).split(' ');
  const bytes = more.length === 0 && isKeyName(name) ? fromBase64(encoded) : null;
  // Four bytes of key id, and at least one of signature.
  if (bytes === null || bytes.length < 5) return null;
  return { name, keyId: new DataView(bytes.buffer).getUint32(0), signature: bytes.slice(4) };
};

/** Takes a note apart. Strict: one form per note, no byte too many. */
export const parseNote = (bytes: Uint8Array): Checked<{ readonly note: Note }> => {
  if (!(bytes instanceof Uint8Array)) return failed('a note is bytes');
  if (bytes.length > maxNoteBytes) return failed(`a note has at most ${maxNoteBytes} bytes`);
  const whole = decode(bytes);
  if (whole === null) return failed('the note is not UTF-8');
  if (hasControl(whole)) return failed('the note holds a control character');
  const split = whole.lastIndexOf('\n\n');
  if (split < 0) return failed('no empty line parts the text from its signatures');
  if (!whole.endsWith('\n')) return failed('the last line is not ended');
  const text = whole.slice(0, split + 1);
  const lines = whole.slice(split + 2, -1).split('\n');
  if (lines.length > maxSignatures) return failed(`a note has at most ${maxSignatures} signatures`);
  const signatures: NoteSignature[] = [];
  for (const line of lines) {
    const signature = signatureOf(line);
    if (signature === null) return failed('a signature line is malformed');
    signatures.push(signature);
  }
  return { ok: true, note: { text, signatures } };
};

export const formatNote = ({ text, signatures }: Note): string =>
  `${text}\n${signatures.map(formatSignature).join('')}`;

export const formatSignature = ({ name, keyId, signature }: NoteSignature): string => {
  const bytes = new Uint8Array(4 + signature.length);
  new DataView(bytes.buffer).setUint32(0, keyId);
  bytes.set(signature, 4);
  return `${signaturePrefix}${name} ${toBase64(bytes)}\n`;
};

export type OpenedNote = {
  readonly text: string;
  readonly verified: readonly NoteVerifier[];
  readonly unknown: number;
};

/**
 * The text, once at least one known key has signed it. Signatures of unknown keys are passed over; one of a
 * known key that does not fit spoils the whole note. A key that signed twice counts once.
 */
export const openNote = (bytes: Uint8Array, verifiers: readonly NoteVerifier[]): Checked<OpenedNote> => {
  const parsed = parseNote(bytes);
  if (!parsed.ok) return parsed;
  const { text, signatures } = parsed.note;
  const verified = new Set<NoteVerifier>();
  let unknown = 0;
  for (const { name, keyId, signature } of signatures) {
    const verifier = verifiers.find((known) => known.name === name && known.keyId === keyId);
    if (verifier === undefined) unknown += 1;
    else if (verifier.verify(text, signature)) verified.add(verifier);
    else return failed(`the signature of ${name} does not fit the text`);
  }
  if (verified.size === 0) return failed('no known key has signed the note');
  return { ok: true, text, verified: [...verified], unknown };
};

/** Signs a text. Throws RangeError when the text cannot be one of a note. */
export const signNote = (text: string, signers: readonly NoteSigner[]): Uint8Array => {
  if (!text.endsWith('\n') || hasControl(text) || /\p{Surrogate}/u.test(text))
    throw new RangeError('not the text of a note');
  const signatures = signers.map((signer) => ({
    name: signer.name,
    keyId: signer.keyId,
    signature: signer.sign(text),
  }));
  return new TextEncoder().encode(formatNote({ text, signatures }));
};
