import { mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { exportJWK, exportSPKI, generateKeyPair, SignJWT, type CryptoKey, type JWK } from 'jose';
import type { LedgerClaims } from './claims.ts';
import { DevelopmentIssuer } from './development-issuer.ts';
import { JoseTokenVerifier } from './jose-token-verifier.ts';

const names = { issuer: 'https://issuer.test', audience: 'ledger-test' };
const claims: LedgerClaims = { sub: 'cb-1', kind: 'officer', unit: 'so-noi-vu', capacity: 'own', roles: ['reader'] };
let dataDir = '';

beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'ledger-keys-'));
});
afterEach(() => rm(dataDir, { recursive: true, force: true }));

describe('the development issuer', () => {
  it('signs tokens that its verifier reads back as actor and roles', async () => {
    const issuer = await DevelopmentIssuer.open(dataDir, names);
    expect(await issuer.verifier().verify(await issuer.issue(claims))).toEqual({
      subject: 'cb-1',
      actor: { party: { kind: 'officer', id: 'cb-1' }, unit: 'so-noi-vu', capacity: 'own' },
      roles: ['reader'],
    });
  });

  it('keeps its key across a restart, readable by its owner alone, and publishes only the public half', async () => {
    const first = await DevelopmentIssuer.open(dataDir, names);
    const again = await DevelopmentIssuer.open(dataDir, names);
    await expect(again.verifier().verify(await first.issue(claims))).resolves.toMatchObject({ subject: 'cb-1' });
    const [file = '', ...others] = await readdir(dataDir);
    expect(others).toEqual([]);
    expect((await stat(join(dataDir, file))).mode & 0o777).toBe(0o600);
    expect(again.publicKeys.keys.map((key) => Object.keys(key))).toEqual([expect.not.arrayContaining(['d'])]);
  });

  it('has one key when several processes start at once', async () => {
    const issuers = await Promise.all(Array.from({ length: 8 }, () => DevelopmentIssuer.open(dataDir, names)));
    expect(new Set(issuers.map(({ publicKeys }) => publicKeys.keys[0]?.kid)).size).toBe(1);
  });

  it('does not start on a key file that is damaged', async () => {
    await writeFile(join(dataDir, 'development-issuer.jwk.json'), '{"kty":');
    await expect(DevelopmentIssuer.open(dataDir, names)).rejects.toThrow('cannot read the signing key');
  });
});

describe('tokens of an identity provider', () => {
  let server: Server;
  let published: JWK[] = [];
  let key: CryptoKey;
  let verifier: JoseTokenVerifier;

  beforeEach(async () => {
    const pair = await generateKeyPair('ES256');
    key = pair.privateKey;
    published = [{ ...(await exportJWK(pair.publicKey)), kid: 'k1', alg: 'ES256' }];
    server = createServer((_, response) => response.end(JSON.stringify({ keys: published })));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    verifier = new JoseTokenVerifier({ keys: new URL(`http://127.0.0.1:${String(port)}/jwks`), ...names });
  });
  afterEach(() => new Promise((resolve) => server.close(resolve)));

  type Changes = { payload?: object; issuer?: string; audience?: string; expires?: string | null; notBefore?: string };
  const token = async ({ payload, issuer, audience, expires = '1h', notBefore }: Changes = {}): Promise<string> => {
    const { sub, ...own } = { ...claims, ...payload };
    const jwt = new SignJWT(own)
      .setProtectedHeader({ alg: 'ES256', kid: 'k1' })
      .setSubject(sub)
      .setIssuer(issuer ?? names.issuer)
      .setAudience(audience ?? names.audience);
    if (expires !== null) jwt.setExpirationTime(expires);
    if (notBefore !== undefined) jwt.setNotBefore(notBefore);
    return jwt.sign(key);
  };

  it('are taken when a published key signed them, also when its clock is a little off', async () => {
    await expect(verifier.verify(await token())).resolves.toMatchObject({ subject: 'cb-1' });
    await expect(verifier.verify(await token({ expires: '-10s' }))).resolves.toMatchObject({ subject: 'cb-1' });
  });

  const wrong: readonly (readonly [string, Changes])[] = [
    ['expired', { expires: '-5m' }],
    ['claims', { expires: null }],
    ['claims', { notBefore: '10m' }],
    ['issuer', { issuer: 'https://elsewhere.test' }],
    ['audience', { audience: 'another-service' }],
    ['claims', { payload: { kind: 'unknown' } }],
    ['claims', { payload: { capacity: 'emperor' } }],
    ['claims', { payload: { roles: 'administrator' } }],
    ['claims', { payload: { unit: 'a/b' } }],
    ['claims', { payload: { sub: '' } }],
  ];
  it.each(wrong)('are rejected for their %s: %j', async (reason, changes) => {
    await expect(verifier.verify(await token(changes))).rejects.toMatchObject({ reason });
  });

  it('are rejected when the public key was used as a shared secret', async () => {
    const { publicKey } = await generateKeyPair('RS256', { extractable: true });
    const secret = new TextEncoder().encode(await exportSPKI(publicKey));
    const forged = await new SignJWT({ ...claims })
      .setProtectedHeader({ alg: 'HS256', kid: 'k1' })
      .setSubject('cb-1')
      .setIssuer(names.issuer)
      .setAudience(names.audience)
      .setExpirationTime('1h')
      .sign(secret);
    await expect(verifier.verify(forged)).rejects.toMatchObject({ reason: 'algorithm' });
  });

  it('pass over roles of other systems', async () => {
    const granted = await verifier.verify(await token({ payload: { roles: ['reader', 'offline_access'] } }));
    expect(granted.roles).toEqual(['reader']);
  });

  it('say that the keys cannot be had, not that the token is wrong, while the provider is down', async () => {
    const good = await token();
    await new Promise((resolve) => server.close(resolve));
    await expect(verifier.verify(good)).rejects.not.toHaveProperty('reason');
    server.listen(0);
  });
});
