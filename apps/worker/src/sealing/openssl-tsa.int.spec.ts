import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { verifyTimestamp } from '#evidence/time/timestamp.ts';
import * as build from '../../../../test/fixtures/time-stamps/token-builder.ts';
import { startOpensslTsa, verifiedByOpenssl, type OpensslTsa } from '../../../../test/support/openssl-tsa.ts';
import { TsaClient } from './tsa-client.ts';

const stamped = new TextEncoder().encode('so-cai.example/tinh\n12\n');

describe.each([
  { key: 'rsa-2048', digest: 'sha256', naming: 'sha1' },
  { key: 'P-256', digest: 'sha256', naming: 'sha256' },
  { key: 'P-384', digest: 'sha384', naming: 'sha384' },
  { key: 'P-521', digest: 'sha512', naming: 'sha512' },
])('an authority of openssl with $key and $digest', (kind) => {
  let authority: OpensslTsa;
  beforeAll(async () => {
    authority = await startOpensslTsa(kind);
  });
  afterAll(() => authority.close());

  const client = (): TsaClient => new TsaClient({ url: authority.url, roots: [authority.root], timeoutMs: 30_000 });

  it('stamps bytes, and openssl and we agree on the token', async () => {
    const token = await client().stamp(stamped);
    const checked = verifyTimestamp({ token, stamped, roots: [authority.root] });
    const time = client().timeOf(token);
    expect(checked).toEqual({
      ok: true,
      timestamp: { time, accuracyMs: 1501, authority: `Dấu thời gian thử nghiệm ${kind.key}` },
    });
    expect(verifiedByOpenssl({ token, stamped, root: authority.root })).toContain('Verification: OK');
  });

  it('gives each stamp to its own question', async () => {
    const [one, other] = [await client().stamp(stamped), await client().stamp(stamped)];
    expect(one).not.toEqual(other);
  });
});

/** The tokens of other tests are wrong in one thing only: so without it openssl must take them, and with it neither of us. */
describe('a token made piece by piece', () => {
  const authority = { commonName: 'Root', issuer: null, extensions: [build.authority(), build.keyUsage(0x04)] };
  const forStamps = build.purposes(true, build.stampingPurpose);
  const info = build.tstInfo({ stamped });
  const rsa = build.rsaKeys();

  it.each([
    { title: 'P-256', keys: build.ecKeys(), extensions: [forStamps], holds: true },
    { title: 'P-521', keys: build.ecKeys('P-521'), extensions: [forStamps, build.keyUsage(0xc0)], holds: true },
    { title: 'RSA', keys: rsa, extensions: [forStamps], holds: true },
    { title: 'no purpose', keys: rsa, extensions: [], holds: false },
    {
      title: 'a purpose it does not insist on',
      keys: rsa,
      extensions: [build.purposes(false, build.stampingPurpose)],
      holds: false,
    },
    {
      title: 'one purpose more',
      keys: rsa,
      extensions: [build.purposes(true, build.stampingPurpose, '1.3.6.1.5.5.7.3.3')],
      holds: false,
    },
    { title: 'certificates signed as well', keys: rsa, extensions: [forStamps, build.keyUsage(0x84)], holds: false },
    {
      title: 'something critical and unknown',
      keys: rsa,
      extensions: [forStamps, build.extension('1.2.3.4', true, build.nothing)],
      holds: false,
    },
  ])('is judged as openssl judges it: $title', ({ keys, extensions, holds }) => {
    const issuer = build.certify({ ...authority, keys });
    const signer = build.certify({ commonName: 'Tem', keys: build.ecKeys(), issuer, extensions, serial: 5 });
    const token = build.token({ signer, info });
    const root = issuer.certificate;
    expect(verifiedByOpenssl({ token, stamped, root }).includes('Verification: OK')).toBe(holds);
    expect(verifyTimestamp({ token, stamped, roots: [root] }).ok).toBe(holds);
  });
});
