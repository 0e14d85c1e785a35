import { parseCheckpoint, type Checkpoint } from '../note/checkpoint.ts';
import { cosignatureTime, verifierOf } from '../note/ed25519.ts';
import { openNote, parseNote, type Note, type NoteVerifier } from '../note/note.ts';
import { sealText } from './bundle.ts';
import type { Policy } from './policy.ts';
import type { ReadBundle } from './read-bundle.ts';
import type { Finding, Verdict } from './verdict.ts';
import { finding } from './wording.ts';

const encoder = new TextEncoder();

/** A key may sign only for the log it is named after (C2SP tlog-checkpoint): one trusted log cannot speak for another. */
const logKeys = ({ logs }: Policy, origin: string): readonly NoteVerifier[] =>
  logs.filter(({ name }) => name === origin).map(verifierOf);

/** Of the year 9999: whatever a witness states, it remains a date. */
const lastSecond = 253_402_300_799;

type Signed = 'fits' | 'absent' | 'wrong';

/** Has the key signed the note? A signature in its name that does not fit is worse than none. */
const signedBy = ({ text, signatures }: Note, verifier: NoteVerifier): Signed => {
  const { name, keyId } = verifier;
  const own = signatures.filter((signature) => signature.name === name && signature.keyId === keyId);
  if (own.length === 0) return 'absent';
  return own.every(({ signature }) => verifier.verify(text, signature)) ? 'fits' : 'wrong';
};

/** The earliest second at which the witness says it saw this tree. */
const seenAt = ({ signatures }: Note, { name, keyId }: NoteVerifier): Date => {
  const times = signatures
    .filter((signature) => signature.name === name && signature.keyId === keyId)
    .map(({ signature }) => Number(cosignatureTime(signature)));
  return new Date(Math.min(lastSecond, ...times) * 1000);
};

type Witnessed = { readonly findings: readonly Finding[]; readonly witnesses: Verdict['witnesses'] };

const checkWitnesses = (note: Note, policy: Policy, line: number): Witnessed => {
  const findings: Finding[] = [];
  const witnesses: { operator: string; at: Date }[] = [];
  for (const { key, operator } of policy.witnesses) {
    const verifier = verifierOf(key);
    const signed = signedBy(note, verifier);
    if (signed === 'fits') witnesses.push({ operator, at: seenAt(note, verifier) });
    if (signed === 'wrong') findings.push(finding('signature-wrong', { line, name: key.name }));
  }
  if (witnesses.length < policy.quorum) {
    const counts = { found: BigInt(witnesses.length), wanted: BigInt(policy.quorum) };
    findings.push(finding('witness-missing', { line, ...counts }));
  }
  return { findings, witnesses };
};

const checkLogSignature = (note: Note, policy: Policy, { origin }: Checkpoint, line: number): readonly Finding[] => {
  const signed = logKeys(policy, origin).map((key) => signedBy(note, key));
  if (signed.includes('wrong')) return [finding('signature-wrong', { line, name: origin })];
  return signed.includes('fits') ? [] : [finding('log-key-unknown', { line })];
};

type Read = { readonly note: Note; readonly checkpoint: Checkpoint };

const checkpointIn = (text: string): Read | null => {
  const parsed = parseNote(encoder.encode(text));
  if (!parsed.ok) return null;
  const read = parseCheckpoint(parsed.note.text);
  return read.ok ? { note: parsed.note, checkpoint: read.checkpoint } : null;
};

export type CheckpointCheck = Witnessed & { readonly checkpoint: Checkpoint | null };

/** The checkpoint, by the keys of the policy alone: whose, of which tree, signed by the log and by enough witnesses. */
export const checkCheckpoint = (bundle: ReadBundle, policy: Policy): CheckpointCheck => {
  const line = bundle.lines.checkpoint;
  const read = checkpointIn(bundle.checkpoint);
  if (read === null) return { findings: [finding('checkpoint-malformed', { line })], witnesses: [], checkpoint: null };
  const { note, checkpoint } = read;
  const { findings, witnesses } = checkWitnesses(note, policy, line);
  const differs = checkpoint.origin !== bundle.manifest.origin || checkpoint.size !== bundle.inclusion.size;
  return {
    findings: [
      ...checkLogSignature(note, policy, checkpoint, line),
      ...(differs ? [finding('checkpoint-differs', { line })] : []),
      ...findings,
    ],
    witnesses,
    checkpoint,
  };
};

/** The origin of a log that took the place of another: `<first origin>/<incarnation>`, from 2. */
const laterOrigin = /\/([2-9]|[1-9]\d{1,8})$/;

/** A new log has no history that a witness could have compared with the former one: its reader is to know. */
export const remarksOnLog = (origin: string, { witnesses }: Policy): readonly Finding[] => {
  const [, incarnation] = laterOrigin.exec(origin) ?? [];
  return [
    ...(witnesses.length === 0 ? [finding('no-witness')] : []),
    ...(incarnation === undefined ? [] : [finding('begun-again', { found: BigInt(incarnation) })]),
  ];
};

/** Has the log itself closed the file over exactly these bytes? */
export const checkSeal = ({ manifest, seal, lines }: ReadBundle, policy: Policy): readonly Finding[] => {
  const broken = [finding('seal-broken', { line: lines.seal })];
  const bytes = encoder.encode(seal.note);
  const parsed = parseNote(bytes);
  if (!parsed.ok || parsed.note.signatures.length !== 1) return broken;
  if (parsed.note.text !== sealText(manifest.origin, seal.hash)) return broken;
  const keys = logKeys(policy, manifest.origin);
  const known = parsed.note.signatures.find(({ name, keyId }) =>
    keys.some((key) => key.name === name && key.keyId === keyId),
  );
  if (known === undefined) return [finding('seal-key-unknown', { line: lines.seal })];
  return openNote(bytes, keys).ok ? [] : broken;
};
