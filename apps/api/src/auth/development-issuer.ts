import { randomUUID } from 'node:crypto';
import { link, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { exportJWK, generateKeyPair, importJWK, SignJWT, type CryptoKey, type JSONWebKeySet, type JWK } from 'jose';
import type { LedgerClaims } from './claims.ts';
import { JoseTokenVerifier } from './jose-token-verifier.ts';
import type { TokenVerifier } from './token-verifier.ts';

export type IssuerNames = { readonly issuer: string; readonly audience: string };

const keyFile = 'development-issuer.jwk.json';
const lifetimeSeconds = 8 * 60 * 60;

const hasCode = (error: unknown, code: string): boolean =>
  typeof error === 'object' && error !== null && 'code' in error && error.code === code;

const readKey = async (path: string): Promise<JWK | null> => {
  try {
    return JSON.parse(await readFile(path, 'utf8')) as JWK;
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return null;
    throw new Error(`cannot read the signing key ${path}`, { cause: error });
  }
};

/** The file appears whole or not at all: of two processes starting at once, one puts its key and the other reads it. */
const makeKey = async (path: string): Promise<JWK> => {
  const { privateKey } = await generateKeyPair('EdDSA', { crv: 'Ed25519', extractable: true });
  const key: JWK = { ...(await exportJWK(privateKey)), alg: 'EdDSA', use: 'sig', kid: randomUUID() };
  const draft = `${path}.${randomUUID()}`;
  try {
    await writeFile(draft, JSON.stringify(key), { mode: 0o600, flag: 'wx', flush: true });
    await link(draft, path);
  } finally {
    await rm(draft, { force: true });
  }
  return key;
};

const loadOrMakeKey = async (dataDir: string): Promise<JWK> => {
  const path = join(dataDir, keyFile);
  await mkdir(dataDir, { recursive: true });
  const kept = await readKey(path);
  if (kept !== null) return kept;
  try {
    return await makeKey(path);
  } catch (error) {
    const other = hasCode(error, 'EEXIST') ? await readKey(path) : null;
    if (other === null) throw error;
    return other;
  }
};

/**
 * Signs tokens for anyone who asks: for a demonstration or a trial on one's own machine, never for a service
 * others can reach. The private key stays in the data directory, readable by its owner alone.
 */
export class DevelopmentIssuer {
  private constructor(
    readonly names: IssuerNames,
    readonly publicKeys: JSONWebKeySet,
    private readonly kid: string,
    private readonly privateKey: CryptoKey,
  ) {}

  static async open(dataDir: string, names: IssuerNames): Promise<DevelopmentIssuer> {
    const key = await loadOrMakeKey(dataDir);
    const privateKey = await importJWK(key, 'EdDSA');
    if (privateKey instanceof Uint8Array || key.kid === undefined) throw new Error(`${keyFile} holds no Ed25519 key`);
    const { d: _private, ...publicKey } = key;
    return new DevelopmentIssuer(names, { keys: [publicKey] }, key.kid, privateKey);
  }

  issue(claims: LedgerClaims): Promise<string> {
    const { sub, ...own } = claims;
    return new SignJWT(own)
      .setProtectedHeader({ alg: 'EdDSA', kid: this.kid, typ: 'JWT' })
      .setSubject(sub)
      .setIssuer(this.names.issuer)
      .setAudience(this.names.audience)
      .setIssuedAt()
      .setExpirationTime(`${String(lifetimeSeconds)}s`)
      .sign(this.privateKey);
  }

  verifier(): TokenVerifier {
    return new JoseTokenVerifier({ keys: this.publicKeys, ...this.names });
  }
}
