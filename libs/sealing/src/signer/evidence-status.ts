import { stat } from 'node:fs/promises';
import type { Instant } from '#domain/kernel/event.ts';
import { toBase64 } from '#evidence/note/base64.ts';
import { parseCheckpoint } from '#evidence/note/checkpoint.ts';
import { cosignatureTime, formatPublicKey, keyIdOf, verifierOf, type PublicKey } from '#evidence/note/ed25519.ts';
import { parseNote, type Note } from '#evidence/note/note.ts';
import { evidencePaths } from '../evidence-folder.ts';
import { numbersIn, readIfThere, textIfThere } from './files.ts';
import { logInFolder } from './log-folder.ts';
import { remedyOf, type RefusalCode, type Sentence } from './sealing-refused.ts';
import { readState, type FailingStep } from './sealing-state.ts';
import type { SealingSettings } from './settings.ts';

export type WitnessStatus = {
  readonly name: string;
  readonly key: string;
  /** When it cosigned the newest checkpoint, as it says itself; null: it has not. */
  readonly cosignedAt: Instant | null;
};

/** The evidence as its files show it, to whoever asks: nothing personal and nothing secret. */
export type EvidenceStatus = {
  readonly origin: string;
  /** 1, and one more for every time the log had to begin anew. */
  readonly incarnation: number;
  /** The public key that signs (name+id+key); null before the first checkpoint. */
  readonly key: string | null;
  readonly checkpoint: { readonly size: string; readonly root: string; readonly publishedAt: Instant } | null;
  readonly witnesses: readonly WitnessStatus[];
  /** How many witnesses must have cosigned. */
  readonly quorum: number;
  readonly witnessed: boolean;
  /** The newest time stamp: of the checkpoint of this size, saved at this moment. */
  readonly timeStamp: { readonly size: string; readonly savedAt: Instant } | null;
  /** An act of the last so many seconds may not be under a checkpoint yet, and could be cut off unseen. */
  readonly exposureWindowSeconds: number;
  /** Why nothing is sealed any more, and what to do; null: sealing goes on. */
  readonly refused: {
    readonly code: RefusalCode;
    readonly since: Instant;
    readonly sentence: Sentence;
    readonly remedy: Sentence;
  } | null;
  /** What else goes wrong and is being tried again: what it is, not why (that is in the log). */
  readonly failing: { readonly step: FailingStep; readonly since: Instant } | null;
  /**
   * The subject map, without which nothing can be exported: it covers `size` events, and at the end of the last round
   * that changed it `behind` more were to be taken in. Sealing does not wait for it. null: no round came so far yet.
   */
  readonly subjectMap: { readonly size: string; readonly behind: string; readonly since: Instant } | null;
};

const changedAt = async (path: string): Promise<Instant> => (await stat(path)).mtime.toISOString();

const witnessStatus = (key: PublicKey, note: Note | null): WitnessStatus => {
  const keyId = keyIdOf(key);
  const found = note?.signatures.find((signature) => signature.name === key.name && signature.keyId === keyId);
  const valid = note !== null && found !== undefined && verifierOf(key).verify(note.text, found.signature);
  const seconds = valid ? cosignatureTime(found.signature) : null;
  const cosignedAt = seconds === null ? null : new Date(Number(seconds) * 1_000).toISOString();
  return { name: key.name, key: formatPublicKey(key), cosignedAt };
};

const checkpointIn = (note: Note | null): { readonly size: string; readonly root: string } | null => {
  const parsed = note === null ? null : parseCheckpoint(note.text);
  return parsed?.ok === true ? { size: String(parsed.checkpoint.size), root: toBase64(parsed.checkpoint.root) } : null;
};

const lastTimeStamp = async (folder: string, incarnation: number): Promise<EvidenceStatus['timeStamp']> => {
  const size = (await numbersIn(`${evidencePaths.log(folder, incarnation)}/tokens`)).at(-1);
  if (size === undefined) return null;
  return { size: String(size), savedAt: await changedAt(evidencePaths.tokenOf(folder, incarnation, size)) };
};

/** From the files alone: the database is not asked. */
export const evidenceStatus = async (settings: SealingSettings): Promise<EvidenceStatus> => {
  const { folder, witnesses, quorum, checkpointIntervalMs } = settings;
  const { incarnation, origin } = await logInFolder(settings);
  const path = evidencePaths.checkpoint(folder, incarnation);
  const bytes = await readIfThere(path);
  const parsed = bytes === null ? null : parseNote(bytes);
  const note = parsed?.ok === true ? parsed.note : null;
  const checkpoint = checkpointIn(note);
  const asked = witnesses.map(({ key }) => witnessStatus(key, note));
  const { refused, failing, map } = await readState(folder);
  return {
    origin,
    incarnation,
    key: (await textIfThere(evidencePaths.publicKey(folder, incarnation)))?.trimEnd() ?? null,
    checkpoint: checkpoint && { ...checkpoint, publishedAt: await changedAt(path) },
    witnesses: asked,
    quorum,
    witnessed: quorum > 0 && asked.filter(({ cosignedAt }) => cosignedAt !== null).length >= quorum,
    timeStamp: await lastTimeStamp(folder, incarnation),
    exposureWindowSeconds: Math.ceil(checkpointIntervalMs / 1_000),
    refused: refused && { ...refused, remedy: remedyOf(refused.code) },
    failing: failing && { step: failing.step, since: failing.since },
    subjectMap: map,
  };
};
