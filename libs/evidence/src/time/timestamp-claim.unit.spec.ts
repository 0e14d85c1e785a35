import { describe, expect, it } from '@jest/globals';
import * as build from '../../../../test/fixtures/time-stamps/token-builder.ts';
import { verifyTimestamp } from './timestamp.ts';

const stamped = Uint8Array.of(1, 2, 3);
const info = build.tstInfo({ stamped });
const authority = { keys: build.ecKeys(), extensions: [build.authority()] };
const root = build.certify({ ...authority, commonName: 'Root', issuer: null });
const middle = build.certify({ ...authority, commonName: 'M', keys: build.ecKeys(), issuer: root });
const signer = build.certify({
  commonName: 'Tem',
  keys: build.ecKeys(),
  issuer: middle,
  extensions: [build.purposes(true, build.stampingPurpose)],
});
const certificates = [signer.certificate, middle.certificate];
const roots = [root.certificate];
const token = build.token({ signer, certificates, info });
const time = new Date('2026-01-02T03:04:05.678Z');
const accepted = { ok: true, timestamp: { time, accuracyMs: 0, authority: 'Tem' } };

describe('a claim about a token', () => {
  it.each<[string, unknown, object]>([
    ['is answered', { token, stamped, roots }, accepted],
    ['holds no token but text', { token: 'token', stamped, roots }, { reason: 'token or stamped bytes are not bytes' }],
    ['is about text', { token, stamped: 'stamped', roots }, { reason: 'token or stamped bytes are not bytes' }],
    ['is about nothing', { token, roots }, { reason: 'token or stamped bytes are not bytes' }],
    ['is nothing', null, { reason: 'token or stamped bytes are not bytes' }],
    ['has a text for a root', { token, stamped, roots: ['root'] }, { reason: 'root 1 of the policy: not bytes' }],
    [
      'has nothing for a second root',
      { token, stamped, roots: [root.certificate, null] },
      { reason: 'root 2 of the policy: not bytes' },
    ],
    [
      'has no certificate for a root',
      { token, stamped, roots: [stamped] },
      {
        reason: 'root 1 of the policy: not a certificate that can be used: certificate: missing or of another kind',
      },
    ],
    ['has no roots', { token, stamped, roots: 'root' }, { reason: 'the roots are not a list of at most 100' }],
  ])('%s', (_, claim, answer) => {
    expect(verifyTimestamp(claim as never)).toEqual({ ok: false, ...answer });
  });

  const named = [build.contentType, build.messageDigest('sha256', info), build.namedBySha1(signer.certificate)];
  const answerNaming = (...others: readonly Uint8Array[]): ReturnType<typeof verifyTimestamp> => {
    const attributes = build.sorted([...named, build.namedBySha256(signer.certificate, ...others)]);
    return verifyTimestamp({ token: build.token({ signer, certificates, info, attributes }), stamped, roots });
  };

  it('holds when the signer names the certificates of the chain in one way and its own alone in another', () => {
    expect(answerNaming()).toEqual(accepted);
    expect(answerNaming(middle.certificate)).toEqual(accepted);
  });

  it('does not when one of the two ways names others', () => {
    const reason = 'the chain has a certificate that the signer did not name';
    expect(answerNaming(root.certificate)).toEqual({ ok: false, reason });
  });
});
