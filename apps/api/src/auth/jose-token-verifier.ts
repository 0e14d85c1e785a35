import { createHash } from 'node:crypto';
import {
  createLocalJWKSet,
  createRemoteJWKSet,
  errors,
  jwtVerify,
  type JSONWebKeySet,
  type JWTVerifyGetKey,
} from 'jose';
import { readClaims } from './claims.ts';
import { TokenRejected, type Caller, type TokenVerifier } from './token-verifier.ts';

/** Asymmetric signatures only: `none` and the HS family would let a holder of the public key sign. */
export const acceptedAlgorithms = ['EdDSA', 'Ed25519', 'ES256', 'ES384', 'RS256', 'PS256'];

const clockToleranceSeconds = 30;
/** A verified token is not verified again for this long, so a withdrawn key stops counting within it. */
const rememberedMs = 60_000;
const rememberedTokens = 10_000;

export type TokenRules = {
  /** Key set of the identity provider, fetched and cached by jose, or the keys themselves. */
  readonly keys: URL | JSONWebKeySet;
  readonly issuer: string;
  readonly audience: string;
};

const rejections: readonly (readonly [new (...rest: never[]) => Error, TokenRejected['reason']])[] = [
  [errors.JWTExpired, 'expired'],
  [errors.JOSEAlgNotAllowed, 'algorithm'],
  [errors.JOSENotSupported, 'algorithm'],
  [errors.JWKSNoMatchingKey, 'signature'],
  [errors.JWSSignatureVerificationFailed, 'signature'],
  [errors.JWTInvalid, 'malformed'],
  [errors.JWSInvalid, 'malformed'],
];

const rejectionOf = (error: unknown): TokenRejected['reason'] | null => {
  if (error instanceof errors.JWTClaimValidationFailed) {
    if (error.claim === 'iss') return 'issuer';
    return error.claim === 'aud' ? 'audience' : 'claims';
  }
  return rejections.find(([kind]) => error instanceof kind)?.[1] ?? null;
};

export class JoseTokenVerifier implements TokenVerifier {
  readonly #keys: JWTVerifyGetKey;
  readonly #remembered = new Map<string, { readonly caller: Caller; readonly until: number }>();

  constructor(readonly rules: TokenRules) {
    this.#keys = rules.keys instanceof URL ? createRemoteJWKSet(rules.keys) : createLocalJWKSet(rules.keys);
  }

  async verify(token: string): Promise<Caller> {
    const key = createHash('sha256').update(token).digest('base64');
    const known = this.#remembered.get(key);
    if (known !== undefined && known.until > Date.now()) return known.caller;
    const { caller, expiresAt } = await this.#check(token);
    this.#remember(key, { caller, until: Math.min(expiresAt, Date.now() + rememberedMs) });
    return caller;
  }

  async #check(token: string): Promise<{ caller: Caller; expiresAt: number }> {
    try {
      const { payload } = await jwtVerify(token, this.#keys, {
        issuer: this.rules.issuer,
        audience: this.rules.audience,
        algorithms: acceptedAlgorithms,
        clockTolerance: clockToleranceSeconds,
        requiredClaims: ['exp', 'sub'],
      });
      return { caller: readClaims(payload), expiresAt: (payload.exp ?? 0) * 1000 };
    } catch (error) {
      const reason = rejectionOf(error);
      if (reason === null) throw error;
      throw new TokenRejected(reason, { cause: error });
    }
  }

  /** Oldest out first: a flood of distinct tokens cannot grow the memory. */
  #remember(key: string, entry: { caller: Caller; until: number }): void {
    this.#remembered.delete(key);
    if (this.#remembered.size >= rememberedTokens) {
      const oldest = this.#remembered.keys().next();
      if (oldest.done !== true) this.#remembered.delete(oldest.value);
    }
    this.#remembered.set(key, entry);
  }
}
