import { describe, expect, it } from '@jest/globals';
import * as build from '../../../../test/fixtures/time-stamps/token-builder.ts';
import { parseCertificate, type Certificate } from './certificate.ts';
import { verifyChain } from './chain.ts';

const time = Date.UTC(2026, 0, 2);
const parsed = ({ certificate }: build.Identity): Certificate => {
  const answer = parseCertificate(certificate);
  if (!answer.ok) throw new Error(answer.reason);
  return answer.certificate;
};
const forStamps = build.purposes(true, build.stampingPurpose);
const rootKeys = build.ecKeys();
const root = build.certify({ commonName: 'Root', keys: rootKeys, issuer: null, extensions: [build.authority()] });
const signerBelow = (issuer: Pick<build.Identity, 'commonName' | 'keys'>): Certificate =>
  parsed(build.certify({ commonName: 'Tem', keys: build.ecKeys(), issuer, extensions: [forStamps] }));

describe('a chain', () => {
  it('begins below the root and ends with the signer', () => {
    const middle = build.certify({
      commonName: 'M',
      keys: build.ecKeys(),
      issuer: root,
      extensions: [build.authority()],
    });
    const signer = signerBelow(middle);
    const between = parsed(middle);
    expect(verifyChain({ signer, sent: [signer, between], roots: [parsed(root)], time })).toEqual({
      ok: true,
      chain: [between, signer],
    });
  });

  it('does not hold where a signature of one kind is said to be of another', () => {
    const signer = signerBelow({ commonName: 'Root', keys: { ...rootKeys, isRsa: true } });
    expect(signer.scheme.kind).toBe('rsa');
    expect(verifyChain({ signer, sent: [signer], roots: [parsed(root)], time })).toEqual({
      ok: false,
      reason: 'no chain leads to a root of the policy',
    });
  });

  it('never goes over a certificate twice, nor says of one in a circle that it stands too high', () => {
    const [one, other] = [build.ecKeys(), build.ecKeys()];
    const extensions = [build.authority(1)];
    const first = build.certify({ commonName: 'A', keys: one, issuer: { commonName: 'B', keys: other }, extensions });
    const second = build.certify({ commonName: 'B', keys: other, issuer: first, extensions });
    const signer = signerBelow(first);
    const sent = [signer, parsed(first), parsed(second)];
    expect(verifyChain({ signer, sent, roots: [parsed(root)], time })).toEqual({
      ok: false,
      reason: 'no chain leads to a root of the policy',
    });
  });

  it('costs one check of a signature for each pair of certificates, however many ways there are', () => {
    const keys = build.ecKeys();
    const issuer = { commonName: 'A', keys };
    const extensions = [build.authority()];
    const checks = new Map<Certificate, number>();
    /** What is signed is read for nothing but the check of the signature. */
    const counted = (certificate: Certificate): Certificate => ({
      ...certificate,
      get signed() {
        checks.set(this, (checks.get(this) ?? 0) + 1);
        return certificate.signed;
      },
    });
    // Each could have issued each other.
    const alike = [1, 2, 3, 4].map((serial) =>
      counted(parsed(build.certify({ ...issuer, issuer, extensions, serial }))),
    );
    const signer = counted(signerBelow(issuer));
    const roots = [parsed(build.certify({ ...issuer, issuer: null, extensions, keys: build.ecKeys() }))];
    expect(verifyChain({ signer, sent: [signer, ...alike], roots, time })).toMatchObject({ ok: false });
    // The signer is asked about the four and the root, each of the four about the other three and the root.
    expect([signer, ...alike].map((each) => checks.get(each))).toEqual([5, 4, 4, 4, 4]);
  });
});
