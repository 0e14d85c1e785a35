/** A time-stamping authority (RFC 3161). */
export interface TimestampSource {
  /**
   * A token (TimeStampToken, DER) over these bytes. Implementations MUST have checked that it holds their hash
   * and the nonce sent. Throws when none could be had; the sealing goes on without it and asks again later.
   */
  stamp(bytes: Uint8Array): Promise<Uint8Array>;
  /** The moment a token states, UTC; also of one that an earlier process saved. Throws when it is no token. */
  timeOf(token: Uint8Array): Date;
}
