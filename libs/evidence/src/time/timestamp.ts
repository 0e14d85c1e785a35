import { failed, type Checked } from '../verdict.ts';

/** What a token of a time-stamping authority says, once it has been checked. */
export type Timestamp = {
  /** UTC, with the fraction of a second the authority gave (at most milliseconds are kept). */
  readonly time: Date;
  /** How far the authority's clock may be off, in milliseconds; 0 when it does not say. */
  readonly accuracyMs: number;
  /** Common name of the signing certificate. */
  readonly authority: string;
};

export type TimestampClaim = {
  /** TimeStampToken (RFC 3161 section 2.4.2), DER. */
  readonly token: Uint8Array;
  /** The bytes that were stamped; the token holds their hash. */
  readonly stamped: Uint8Array;
  /** Trust roots, X.509 DER; from the policy, never from the token. */
  readonly roots: readonly Uint8Array[];
};

/** Does an authority under one of the roots say that these bytes existed at a time? Never throws. */
export const verifyTimestamp = (claim: TimestampClaim): Checked<{ readonly timestamp: Timestamp }> =>
  failed(`not written yet (${claim.token.length})`);
