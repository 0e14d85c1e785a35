/** A time-stamping authority (RFC 3161). */
export interface TimestampSource {
  /**
   * A token over these bytes. Implementations MUST have checked that the token holds their hash and the nonce
   * sent. Throws when no such token could be had; the sealing goes on without it and asks again later.
   */
  stamp(bytes: Uint8Array): Promise<StampedToken>;
}

export type StampedToken = {
  /** TimeStampToken, DER, as the authority gave it. */
  readonly token: Uint8Array;
  /** The moment the token states, UTC. */
  readonly stampedAt: Date;
};
