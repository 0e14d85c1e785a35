import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { verifyTimestamp } from '#evidence/time/timestamp.ts';
import { startOpensslTsa, type OpensslTsa } from '../../../../test/support/openssl-tsa.ts';
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
    expect(authority.verify(token, stamped)).toContain('Verification: OK');
  });

  it('gives each stamp to its own question', async () => {
    const [one, other] = [await client().stamp(stamped), await client().stamp(stamped)];
    expect(one).not.toEqual(other);
  });
});
