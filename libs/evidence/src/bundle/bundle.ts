import type { ChainHead } from '../subject/chain.ts';
import type { Opening } from '../sealed/sealed-field.ts';
import type { NoteSigner } from '../note/note.ts';

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
 * Positions, sizes and counts are plain decimals in strings, hashes and DER exact base64. `docs/verifying.md` has it in full.
 */
export const bundleFormat = 'accountability-ledger-bundle';
export const bundleVersion = 1;

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

/** The bytes of the file. `signer` is the log's own key; throws RangeError when the parts do not make a bundle. */
export const writeBundle = (parts: BundleParts, signer: NoteSigner): Uint8Array => {
  throw new RangeError(`not written yet (${parts.madeAt}, ${signer.name})`);
};
