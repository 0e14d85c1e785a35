import type { Actor } from '#domain/kernel/actor.ts';

/**
 * Coarse rights carried by the token. `reader` may ask; `recorder` may also record acts on dossiers;
 * `administrator` may also keep units, appointments, officers, accounts and delegations. `custodian` decides on
 * lawful erasure and on nothing else: whoever writes or keeps the organisation does not also unmake what was said.
 */
export const roles = ['reader', 'recorder', 'administrator', 'custodian'] as const;
export type Role = (typeof roles)[number];

/** Who is calling, in which capacity, as the identity provider states it. Nothing here comes from a request body. */
export type Caller = { readonly actor: Actor; readonly subject: string; readonly roles: readonly Role[] };

/** The token is not to be trusted; `reason` is for the log, not for the caller. */
export class TokenRejected extends Error {
  constructor(
    readonly reason: 'malformed' | 'signature' | 'expired' | 'issuer' | 'audience' | 'algorithm' | 'claims',
    options?: ErrorOptions,
  ) {
    super(`token rejected: ${reason}`, options);
  }
}

export interface TokenVerifier {
  /**
   * MUST throw TokenRejected for every token that is not signed by a known key, for this audience, by this
   * issuer, within its lifetime, with complete claims. MAY throw anything else when the keys cannot be had.
   */
  verify(token: string): Promise<Caller>;
}
