import type { JWTPayload } from 'jose';
import { clockAccount } from '#domain/kernel/case-actor.ts';
import { capacities, type Capacity, type Party } from '#domain/kernel/event.ts';
import { isId } from '../edge/identifiers.ts';
import { roles, TokenRejected, type Caller, type Role } from './token-verifier.ts';

/** Claims of this ledger beside the registered ones (RFC 7519); the README and /openapi.json show an example. */
export type LedgerClaims = {
  readonly sub: string;
  readonly kind: 'officer' | 'account';
  readonly unit: string | null;
  readonly capacity: Capacity;
  readonly roles: readonly Role[];
};

const readParty = (kind: unknown, id: string): Party => {
  if (kind === 'officer') return { kind, id };
  // What falls due is recorded by the ledger's own clock, inside the product: whoever comes with a token is not it.
  if (kind === 'account' && id !== clockAccount) return { kind, id };
  throw new TokenRejected('claims');
};

const isCapacity = (value: unknown): value is Capacity => capacities.some((capacity) => capacity === value);
const isRole = (value: unknown): value is Role => roles.some((role) => role === value);

/** Throws TokenRejected when a claim is missing or not of its kind; roles of other systems are passed over. */
export const readClaims = (payload: JWTPayload): Caller => {
  const { sub, kind, unit = null, capacity, roles: granted } = payload;
  if (!isId(sub) || !isCapacity(capacity) || !Array.isArray(granted)) throw new TokenRejected('claims');
  if (unit !== null && !isId(unit)) throw new TokenRejected('claims');
  return {
    subject: sub,
    actor: { party: readParty(kind, sub), unit, capacity },
    roles: granted.filter(isRole),
  };
};
