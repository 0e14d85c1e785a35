import type { PublicKey } from '../note/ed25519.ts';
import { failed, type Checked } from '../verdict.ts';

/** Whom the reader trusts: written by the reader, never taken from a bundle. `docs/verifying.md` describes the file. */
export type Policy = {
  /** Keys of the logs (incarnations and rotated keys each have their own). */
  readonly logs: readonly PublicKey[];
  readonly witnesses: readonly { readonly key: PublicKey; readonly operator: string }[];
  /** How many of the witnesses must have cosigned; 0 only when none is listed. */
  readonly quorum: number;
  /** Roots of time-stamping authorities, X.509 DER; none: tokens are not judged. */
  readonly timestampRoots: readonly Uint8Array[];
  /** Whether a bundle without a valid token over all its events is unverifiable. */
  readonly timestampRequired: boolean;
};

/** Strict: unknown members, repeated keys, a quorum that cannot be reached and duplicate witnesses are refused. Never throws. */
export const parsePolicy = (bytes: Uint8Array): Checked<{ readonly policy: Policy }> =>
  failed(`not written yet (${bytes.length})`);

/** The same file, written: indented JSON that `parsePolicy` reads back. */
export const formatPolicy = (policy: Policy): string => `${JSON.stringify(policy.quorum)}\n`;
