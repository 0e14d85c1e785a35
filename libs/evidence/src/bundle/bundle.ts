import { createHash } from 'node:crypto';
import { canonicalize } from '../canonical-json.ts';
import { toBase64 } from '../note/base64.ts';
import { parseCheckpoint, type Checkpoint } from '../note/checkpoint.ts';
import { parseNote, signNote, type NoteSigner } from '../note/note.ts';
import type { Opening } from '../sealed/sealed-field.ts';
import type { ChainHead } from '../subject/chain.ts';
import { leafHash } from '../leaf.ts';

/*
 * A bundle is a text file, one canonical JSON object (RFC 8785) per line, each ended by a newline, in this order:
 *
 *   {"manifest":{…}}                                   format, version, origin, subjects, counts, hash of the report
 *   {"event":{envelope},"openings":[[path,salt,value]…],"position":"12"}   by ascending position; openings only when any
 *   {"inclusion":{"leaves":[[position,leaf]…],"proof":[…],"size":"…"}}     one joint proof (RFC 6962) for all events
 *   {"subject":{"count":"…","head":"…","name":"officer:…","proof":[…]}}    one per subject: its place in the map
 *   {"checkpoint":"<note>"}                            signed by the log, cosigned by witnesses
 *   {"token":{"checkpoint":"<text>","consistency":[…],"token":"<DER>"}}    by ascending size; may be none
 *   {"report":"<html>"}                                the printable report; may be missing
 *   {"seal":"<note>"}                                  the log's signature over the SHA-256 of every byte before it
 *
 * The manifest: {"events":"…","format":"accountability-ledger-bundle","madeAt":"…","origin":"…","report":<hash or
 * null>,"subjects":[…],"tokens":"…","version":1}. The note of the seal has one signature, and the text of `sealText`.
 * Positions, sizes and counts are plain decimals in strings, hashes and DER exact base64. The map that proves the
 * subjects is the one of the last `subject-map.recorded` event. `docs/verifying.md` has it in full.
 */
export const bundleFormat = 'accountability-ledger-bundle';
export const bundleVersion = 1;

/** Bounds of what is read, and so of what is written. Bytes; an event line has its envelope and its openings. */
export const bundleLimits = {
  fileBytes: 2 ** 30,
  eventLineBytes: 2_000_000,
  otherLineBytes: 256 * 2 ** 20,
  events: 2_000_000,
  subjects: 10_000,
  tokens: 100_000,
} as const;

export type BundleEvent = {
  readonly position: bigint;
  /** The stored canonical text, byte for byte. */
  readonly canonical: string;
  readonly openings: readonly Opening[];
};

export type BundleSubject = {
  /** `officer:cb-0001` */
  readonly name: string;
  readonly chain: ChainHead;
  /** Of `mapProof`, from the root downward. */
  readonly proof: readonly Uint8Array[];
};

/** A time-stamped checkpoint, with the proof that the bundle's checkpoint extends it. */
export type BundleToken = {
  /** The text of the note that was stamped (three lines). */
  readonly checkpoint: string;
  /** From that size to the size of the bundle's checkpoint; empty when they are equal. */
  readonly consistency: readonly Uint8Array[];
  readonly token: Uint8Array;
};

export type BundleParts = {
  readonly subjects: readonly BundleSubject[];
  /**
   * Every event of the subjects below the size of the map; the `subject-map.recorded` event that holds the
   * map's root; the erasures of their fields. By ascending position, each once.
   */
  readonly events: readonly BundleEvent[];
  /** Of `strangerRanges` over the positions above, in the tree of the checkpoint. */
  readonly inclusion: readonly Uint8Array[];
  /** The signed and cosigned note, whole. */
  readonly checkpoint: string;
  readonly tokens: readonly BundleToken[];
  readonly report: string | null;
  /** When the bundle was made, UTC. */
  readonly madeAt: string;
};

const encoder = new TextEncoder();

/**
 * What the log signs to close a bundle. The second line is no decimal, so no signature under a seal is ever one
 * under a checkpoint, whatever the origin.
 */
export const sealText = (origin: string, hash: Uint8Array): string =>
  `${bundleFormat}/${bundleVersion}\nseal\n${origin}\n${toBase64(hash)}\n`;

export const reportHash = (report: string): Uint8Array =>
  new Uint8Array(createHash('sha256').update(report, 'utf8').digest());

const ascends = <T extends bigint | string>(values: readonly T[]): boolean =>
  values.every((value, index) => index === 0 || value > (values[index - 1] as T));

const checkpointOf = (note: string): Checkpoint => {
  const parsed = parseNote(encoder.encode(note));
  const read = parsed.ok ? parseCheckpoint(parsed.note.text) : parsed;
  if (!read.ok) throw new RangeError(`not a checkpoint: ${read.reason}`);
  return read.checkpoint;
};

const sizeOf = (text: string): bigint => {
  const read = parseCheckpoint(text);
  if (!read.ok) throw new RangeError(`not the text of a checkpoint: ${read.reason}`);
  return read.checkpoint.size;
};

const refusal = (parts: BundleParts): string | null => {
  const { events, subjects, tokens } = parts;
  if (subjects.length === 0 || subjects.length > bundleLimits.subjects) return 'no subjects, or too many';
  if (!ascends(subjects.map(({ name }) => name))) return 'the subjects are not sorted, or not each once';
  if (events.length === 0 || events.length > bundleLimits.events) return 'no events, or too many';
  if (!ascends(events.map(({ position }) => position))) return 'the events are not by ascending position';
  if (tokens.length > bundleLimits.tokens) return 'too many tokens';
  return ascends(tokens.map(({ checkpoint }) => sizeOf(checkpoint))) ? null : 'the tokens are not by ascending size';
};

const hashes = (list: readonly Uint8Array[]): readonly string[] => list.map(toBase64);

const eventLine = ({ canonical, openings, position }: BundleEvent): string => {
  const opened = openings.map(({ path, salt, value }) => [path, toBase64(salt), value]);
  const middle = opened.length > 0 ? `,"openings":${canonicalize(opened)}` : '';
  const line = `{"event":${canonical}${middle},"position":"${position}"}`;
  if (encoder.encode(line).length > bundleLimits.eventLineBytes) throw new RangeError(`event ${position} is too large`);
  return line;
};

const leafOf = ({ canonical, position }: BundleEvent): readonly [string, string] => [
  String(position),
  toBase64(leafHash(encoder.encode(canonical))),
];

const subjectLine = ({ name, chain, proof }: BundleSubject): string =>
  canonicalize({
    subject: { count: String(chain.count), head: toBase64(chain.head), name, proof: hashes(proof) },
  });

const tokenLine = ({ checkpoint, consistency, token }: BundleToken): string =>
  canonicalize({ token: { checkpoint, consistency: hashes(consistency), token: toBase64(token) } });

const manifestLine = (parts: BundleParts, origin: string): string =>
  canonicalize({
    manifest: {
      events: String(parts.events.length),
      format: bundleFormat,
      madeAt: parts.madeAt,
      origin,
      report: parts.report === null ? null : toBase64(reportHash(parts.report)),
      subjects: parts.subjects.map(({ name }) => name),
      tokens: String(parts.tokens.length),
      version: bundleVersion,
    },
  });

/** The lines one after the other, so that no text as long as the file has to be held. */
class BundleWriter {
  readonly #parts: Uint8Array[] = [];
  readonly #hash = createHash('sha256');

  line(text: string): void {
    const bytes = encoder.encode(`${text}\n`);
    if (bytes.length > bundleLimits.otherLineBytes) throw new RangeError('a line is too long');
    this.#hash.update(bytes);
    this.#parts.push(bytes);
  }

  seal(origin: string, signer: NoteSigner): Uint8Array {
    const text = sealText(origin, new Uint8Array(this.#hash.digest()));
    const note = new TextDecoder().decode(signNote(text, [signer]));
    this.#parts.push(encoder.encode(`${canonicalize({ seal: note })}\n`));
    const length = this.#parts.reduce((sum, part) => sum + part.length, 0);
    if (length > bundleLimits.fileBytes) throw new RangeError('the bundle is larger than a reader would take');
    const file = new Uint8Array(length);
    let at = 0;
    for (const part of this.#parts) {
      file.set(part, at);
      at += part.length;
    }
    return file;
  }
}

/** The bytes of the file. `signer` is the log's own key; throws RangeError when the parts do not make a bundle. */
export const writeBundle = (parts: BundleParts, signer: NoteSigner): Uint8Array => {
  const why = refusal(parts);
  if (why !== null) throw new RangeError(why);
  const { origin, size } = checkpointOf(parts.checkpoint);
  const writer = new BundleWriter();
  writer.line(manifestLine(parts, origin));
  for (const event of parts.events) writer.line(eventLine(event));
  writer.line(
    canonicalize({
      inclusion: { leaves: parts.events.map(leafOf), proof: hashes(parts.inclusion), size: String(size) },
    }),
  );
  for (const subject of parts.subjects) writer.line(subjectLine(subject));
  writer.line(canonicalize({ checkpoint: parts.checkpoint }));
  for (const token of parts.tokens) writer.line(tokenLine(token));
  if (parts.report !== null) writer.line(canonicalize({ report: parts.report }));
  return writer.seal(origin, signer);
};
