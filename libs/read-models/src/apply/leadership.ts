/** The right to write the views, proved by a token that only the newest leader holds. */
export type Leadership = { readonly token: bigint };

/** Another leader has taken over since; this one must stop. Nothing of its transaction is kept. */
export class StaleLeader extends Error {
  constructor() {
    super('another process leads the projections now');
  }
}
