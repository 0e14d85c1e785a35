import { readFileSync } from 'node:fs';
import { constants, sign } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import * as build from '../../../../test/fixtures/time-stamps/token-builder.ts';
import { fromBase64 } from '../note/base64.ts';
import { statedTime, verifyTimestamp } from './timestamp.ts';

type Fixture = { readonly key: string; readonly digest: string; readonly naming: string; readonly imprint: string };
type Fixtures = {
  readonly stamped: string;
  readonly tokens: readonly (Fixture & { readonly root: string; readonly token: string })[];
};
const fixtures = JSON.parse(
  readFileSync(new URL('../../../../test/fixtures/time-stamps/tokens.json', import.meta.url), 'utf8'),
) as Fixtures;
const stamped = new TextEncoder().encode(fixtures.stamped);
const decoded = (text: string): Uint8Array => fromBase64(text) ?? new Uint8Array();
const ofOpenssl = fixtures.tokens.map(({ key, digest, naming, imprint, root, token }, place) => ({
  title: `${key}, ${digest}, certificate named by ${naming}, ${imprint} of the bytes`,
  key,
  root: decoded(root),
  token: decoded(token),
  // Every byte of an RSA and of an ECDSA token; of the others, which take long to check, every seventh.
  step: place === 0 || key === 'P-256' ? 1 : 7,
}));

const checked = (token: Uint8Array, ...roots: readonly Uint8Array[]): ReturnType<typeof verifyTimestamp> =>
  verifyTimestamp({ token, stamped, roots });

describe('a token of openssl', () => {
  it.each(ofOpenssl)('holds: $title', ({ key, root, token }) => {
    expect(checked(token, root)).toMatchObject({
      ok: true,
      timestamp: { authority: `Dấu thời gian thử nghiệm ${key}`, accuracyMs: 1501 },
    });
  });

  it.each(ofOpenssl)('does not when a bit of it changes, whichever: $title', ({ root, token, step }) => {
    const accepted: number[] = [];
    for (let at = 0; at < token.length; at += step) {
      const changed = token.with(at, (token[at] ?? 0) ^ (1 << (at % 8)));
      if (checked(changed, root).ok) accepted.push(at);
    }
    expect(accepted).toEqual([]);
  });

  it.each(ofOpenssl)('does not when it is cut off, anywhere, or goes on: $title', ({ root, token }) => {
    for (let end = 0; end < token.length; end += 1) expect(checked(token.slice(0, end), root).ok).toBe(false);
    expect(checked(Uint8Array.of(...token, 0), root).ok).toBe(false);
    expect(checked(Uint8Array.of(...token, ...token), root).ok).toBe(false);
  });

  it('does not under a root of another authority, nor under none', () => {
    const [one, other] = ofOpenssl;
    expect(checked(one?.token ?? stamped, other?.root ?? stamped)).toMatchObject({
      ok: false,
      reason: 'no chain leads to a root of the policy',
    });
    expect(checked(one?.token ?? stamped)).toMatchObject({ ok: false });
    expect(checked(one?.token ?? stamped, other?.root ?? stamped, one?.root ?? stamped)).toMatchObject({ ok: true });
  });
});

/* One authority, whose tokens are made piece by piece. */
const rootKeys = build.ecKeys();
const signerKeys = build.ecKeys();
const certSign = build.keyUsage(0x04);
const forStamps = build.purposes(true, build.stampingPurpose);
const rootParts = { commonName: 'Root', keys: rootKeys, issuer: null, extensions: [build.authority(), certSign] };
const root = build.certify(rootParts);
const signerParts = { commonName: 'Tem', keys: signerKeys, issuer: root, extensions: [forStamps], serial: 9 };
const signer = build.certify(signerParts);
const info = build.tstInfo({ stamped });
const parts = { signer, info };
const time = new Date('2026-01-02T03:04:05.678Z');

const reasonFor = (change: Partial<build.TokenParts>, trusted: Uint8Array = root.certificate): string => {
  const answer = checked(build.token({ ...parts, ...change }), trusted);
  return answer.ok ? 'accepted' : answer.reason;
};
/** The same authority with another certificate for its signer. */
const reasonForSigner = (change: Partial<build.CertificateParts>): string =>
  reasonFor({ signer: build.certify({ ...signerParts, ...change }) });
/** With another root, which its holder signed itself. */
const reasonForRoot = (change: Partial<build.CertificateParts>): string =>
  reasonFor({}, build.certify({ ...rootParts, ...change }).certificate);

describe('a token', () => {
  it('says when, how exactly, and who', () => {
    expect(checked(build.token(parts), root.certificate)).toEqual({
      ok: true,
      timestamp: { time, accuracyMs: 0, authority: 'Tem' },
    });
  });

  it('states its moment to anyone, and nothing else that is no token does', () => {
    expect(statedTime(build.token(parts))).toEqual({ ok: true, time });
    for (const wrong of [build.token({ ...parts, info: build.nothing }), stamped, 'token' as never])
      expect(statedTime(wrong)).toMatchObject({ ok: false });
  });

  it('is about its own bytes only', () => {
    const other = verifyTimestamp({ token: build.token(parts), stamped: stamped.slice(1), roots: [root.certificate] });
    expect(other).toEqual({ ok: false, reason: 'the time stamp is on other bytes' });
  });

  const info512 = build.tstInfo({ stamped, hash: 'sha512' });
  const rsaSigner = build.certify({ ...signerParts, keys: build.rsaKeys() });
  const pss = (saltLength: number, key = rsaSigner.keys.privateKey) => ({
    signature: (signed: Uint8Array): Uint8Array =>
      new Uint8Array(sign('sha256', signed, { key, padding: constants.RSA_PKCS1_PSS_PADDING, saltLength })),
  });
  const pssAlgorithm = (salt: readonly Uint8Array[], mask: build.Hash = 'sha256'): Uint8Array =>
    build.sequence(
      build.oid('1.2.840.113549.1.1.10'),
      build.sequence(
        build.der(0xa0, build.hashIdentifiers.sha256),
        build.der(0xa1, build.sequence(build.oid('1.2.840.113549.1.1.8'), build.hashIdentifiers[mask])),
        ...salt.map((each) => build.der(0xa2, each)),
      ),
    );
  const rsaEncryption = build.sequence(build.oid('1.2.840.113549.1.1.1'), build.nothing);

  it.each<[string, Partial<build.TokenParts>]>([
    ['another hash for the bytes than for the signature', { info: info512 }],
    ['RSA by the name of hash and key', { signer: rsaSigner }],
    ['RSA by the name of the key alone', { signer: rsaSigner, algorithm: rsaEncryption }],
    ['RSA-PSS with 32 bytes of salt', { signer: rsaSigner, algorithm: pssAlgorithm([build.integer(32)]), ...pss(32) }],
    ['RSA-PSS with 20 bytes of salt, the default', { signer: rsaSigner, algorithm: pssAlgorithm([]), ...pss(20) }],
    ['SHA-384 throughout', { hash: 'sha384' }],
    ['SHA-512 throughout', { hash: 'sha512' }],
    [
      'a certificate named by SHA-1, the signature covering the name',
      {
        attributes: build.sorted([
          build.contentType,
          build.messageDigest('sha256', info),
          build.namedBySha1(signer.certificate),
        ]),
      },
    ],
    ['the root sent along', { certificates: [signer.certificate, root.certificate] }],
  ])('may have %s', (_, change) => {
    expect(reasonFor(change)).toBe('accepted');
  });

  const three = [build.contentType, build.messageDigest('sha256', info), build.namedBySha256(signer.certificate)];
  const attributes = build.sorted(three);
  const without = (place: number): readonly Uint8Array[] => build.sorted(three.toSpliced(place, 1));
  const otherType = build.attribute('1.2.840.113549.1.9.3', build.oid('1.2.840.113549.1.7.1'));
  const twoDigests = build.attribute(
    '1.2.840.113549.1.9.4',
    build.octets(build.digest('sha256', info)),
    build.octets(build.digest('sha256', info)),
  );
  const infoOfOthers = build.tstInfo({ stamped, version: 1, time: build.generalized('20200102030405Z') });

  it.each<[string, Partial<build.TokenParts>, RegExp]>([
    ['two signers', { signers: 2 }, /exactly one signer: bytes left over/],
    ['no signer', { signers: 0 }, /exactly one signer/],
    ['another version', { version: 1 }, /version 3/],
    ['a signer named in another way', { signerVersion: 3 }, /not named by issuer and serial number/],
    ['another type of content', { type: build.oid('1.2.840.113549.1.7.1') }, /what is signed is not a time stamp/],
    ['no certificate', { certificates: [] }, /certificate of the signer is not in the token/],
    ['another certificate than the signer’s', { certificates: [root.certificate] }, /is not in the token/],
    ['SHA-1 for its digest', { hash: 'sha1' }, /not SHA-256/],
    ['digest algorithms that disagree', { digestAlgorithms: [build.hashIdentifiers.sha512] }, /do not agree/],
    [
      'two digest algorithms',
      { digestAlgorithms: [build.hashIdentifiers.sha256, build.hashIdentifiers.sha512] },
      /left over/,
    ],
    ['a signature algorithm of another hash', { algorithm: build.ecdsa.sha512 }, /another hash/],
    ['a signature algorithm with SHA-1', { algorithm: build.ecdsa.sha1 }, /not RSA or ECDSA/],
    ['a signature algorithm of another kind of key', { algorithm: rsaEncryption }, /not of the kind of the key/],
    ['RSA-PSS with a mask of another hash', { algorithm: pssAlgorithm([], 'sha512') }, /the mask/],
    ['too much salt', { algorithm: pssAlgorithm([build.integer(65)]) }, /out of range/],
    ['attributes in another order', { attributes: attributes.toReversed() }, /not in the order of DER/],
    ['an attribute twice', { attributes: build.sorted([...three, build.contentType]) }, /order of DER/],
    [
      'two attributes of a kind',
      { attributes: build.sorted([...three, build.messageDigest('sha384', info)]) },
      /repeated/,
    ],
    ['no content type', { attributes: without(0) }, /content type or message digest is missing/],
    ['no message digest', { attributes: without(1) }, /content type or message digest is missing/],
    ['no name of the certificate', { attributes: without(2) }, /signing certificate is not named/],
    ['another content type', { attributes: build.sorted(three.with(0, otherType)) }, /another type of content/],
    ['two digests in one attribute', { attributes: build.sorted(three.with(1, twoDigests)) }, /left over/],
    [
      'another certificate named',
      { attributes: build.sorted(three.with(2, build.namedBySha256(root.certificate))) },
      /named another certificate/,
    ],
    [
      'another certificate named by SHA-1',
      { attributes: build.sorted([...three, build.namedBySha1(root.certificate)]) },
      /named another certificate/,
    ],
    ['contents changed afterwards', { attributes, info: infoOfOthers }, /digest is not that of the contents/],
    ['a signature by someone else', { signer: { ...signer, keys: rootKeys } }, /signature of the token does not hold/],
    ['no signature', { signature: () => new Uint8Array() }, /signature of the token does not hold/],
    ['something nobody signed', { unsigned: [build.der(0xa1, otherType)] }, /nobody signed/],
    ['revocation lists', { afterCertificates: [build.der(0xa1)] }, /revocation lists/],
    [
      'a certificate that has nothing to do with it',
      {
        certificates: [
          signer.certificate,
          build.certify({ ...signerParts, issuer: { commonName: 'Root', keys: signerKeys }, serial: 10 }).certificate,
        ],
      },
      /signed by none of the others/,
    ],
    ['more certificates than any needs', { certificates: Array(11).fill(signer.certificate) }, /too many/],
  ])('is refused with %s', (_, change, reason) => {
    expect(reasonFor(change)).toMatch(reason);
  });

  it('is refused when the signer limited the chain to certificates that are not all of it', () => {
    const middle = build.certify({ ...rootParts, commonName: 'Giua', keys: build.ecKeys(), issuer: root, serial: 3 });
    const below = build.certify({ ...signerParts, issuer: middle });
    const named = (...others: readonly Uint8Array[]): Partial<build.TokenParts> => ({
      signer: below,
      certificates: [below.certificate, middle.certificate],
      attributes: build.sorted(three.with(2, build.namedBySha256(below.certificate, ...others))),
    });
    expect(reasonFor(named())).toBe('accepted');
    expect(reasonFor(named(middle.certificate))).toBe('accepted');
    expect(reasonFor(named(root.certificate))).toBe('the chain has a certificate that the signer did not name');
  });
});

describe('what is stamped', () => {
  const rest = (...elements: readonly Uint8Array[]): Partial<build.TokenParts> => ({
    info: build.tstInfo({ stamped, rest: elements }),
  });
  const accuracy = build.sequence(
    build.integer(2),
    build.der(0x80, Uint8Array.of(3)),
    build.der(0x81, Uint8Array.of(4)),
  );
  const extensions = (isCritical: boolean): Uint8Array =>
    build.der(0xa1, build.extension('1.2.3', isCritical, build.nothing));
  const at = (text: string): Partial<build.TokenParts> => ({
    info: build.tstInfo({ stamped, time: build.generalized(text) }),
  });

  it('may carry all that the standard has', () => {
    const name = build.der(0xa0, build.der(0xa4, build.name('Tem')));
    const all = build.token({ ...parts, ...rest(accuracy, build.isTrue, build.integer(5), name, extensions(false)) });
    expect(checked(all, root.certificate)).toEqual({
      ok: true,
      timestamp: { time, accuracyMs: 2004, authority: 'Tem' },
    });
  });

  it.each([
    ['20260102030405Z', '2026-01-02T03:04:05.000Z'],
    ['20260102030405.1Z', '2026-01-02T03:04:05.100Z'],
    ['20260102030405.123999Z', '2026-01-02T03:04:05.123Z'],
    ['20240229235959Z', '2024-02-29T23:59:59.000Z'],
  ])('is read to the millisecond: %s', (text, moment) => {
    expect(checked(build.token({ ...parts, ...at(text) }), root.certificate)).toMatchObject({
      timestamp: { time: new Date(moment) },
    });
  });

  it.each<[string, Partial<build.TokenParts>]>([
    ['another version', { info: build.tstInfo({ stamped, version: 0 }) }],
    ['SHA-1 of the bytes', { info: build.tstInfo({ stamped, hash: 'sha1' }) }],
    ['a critical extension that is not known', rest(extensions(true))],
    ['a thousand thousandths', rest(build.sequence(build.der(0x80, Uint8Array.of(3, 0xe8))))],
    ['a negative accuracy', rest(build.sequence(build.der(0x02, Uint8Array.of(0xff))))],
    ['elements in another order', rest(build.integer(5), build.isTrue)],
    ['something left over', rest(build.nothing)],
    ['a truth value that is neither', rest(Uint8Array.of(0x01, 0x01, 0x01))],
    ['a time in UTCTime', { info: build.tstInfo({ stamped, time: build.utc('260102030405Z') }) }],
    ['no seconds', at('202601020304Z')],
    ['no zone', at('20260102030405')],
    ['another zone', at('20260102030405+0700')],
    ['zeros at the end of the fraction', at('20260102030405.100Z')],
    ['an empty fraction', at('20260102030405.Z')],
    ['a comma', at('20260102030405,1Z')],
    ['a month that does not exist', at('20261302030405Z')],
    ['a day that does not exist', at('20260229030405Z')],
    ['an hour that does not exist', at('20260102240000Z')],
    ['a leap second', at('20161231235960Z')],
    ['digits without end', at(`20260102030405.${'1'.repeat(200)}Z`)],
  ])('is refused with %s', (_, change) => {
    expect(reasonFor(change)).toMatch(/^not a time stamp: /);
  });
});

describe('the certificate of the signer', () => {
  const ended = 'the signing certificate was not valid at the time stated';

  it.each<[string, Partial<build.CertificateParts>, string | RegExp]>([
    ['has ended', { notAfter: build.utc('260102030405Z') }, ended],
    ['has not begun', { notBefore: build.utc('260102030406Z') }, ended],
    ['begins and ends with the second', { notBefore: build.utc('260102030405Z') }, 'accepted'],
    ['goes by years of this century up to 49', { notAfter: build.utc('491231235959Z') }, 'accepted'],
    ['goes by years of the last one from 50 on', { notBefore: build.utc('500101000000Z') }, 'accepted'],
    ['ended in the last century', { notAfter: build.utc('991231235959Z') }, ended],
    ['has no purpose', { extensions: [] }, 'the signing certificate is not for time stamping'],
    ['has another purpose', { extensions: [build.purposes(true, '1.3.6.1.5.5.7.3.3')] }, /not for time stamping alone/],
    [
      'has one more purpose',
      { extensions: [build.purposes(true, build.stampingPurpose, '1.3.6.1.5.5.7.3.3')] },
      /not for time stamping alone/,
    ],
    ['does not insist on its purpose', { extensions: [build.purposes(false, build.stampingPurpose)] }, /critically/],
    ['is for signatures and lasting ones', { extensions: [forStamps, build.keyUsage(0xc0)] }, 'accepted'],
    ['signs certificates as well', { extensions: [forStamps, build.keyUsage(0x84)] }, /other uses than signing/],
    [
      'has a critical extension that is not known',
      { extensions: [forStamps, build.extension('1.2.3.4', true, build.nothing)] },
      /not known: 1\.2\.3\.4/,
    ],
    [
      'has an extension that is not known',
      { extensions: [forStamps, build.extension('1.2.3.4', false, build.nothing)] },
      'accepted',
    ],
    ['has an extension twice', { extensions: [forStamps, forStamps] }, /an extension is repeated/],
    ['says twice what signed it, differently', { outside: build.ecdsa.sha512 }, /named in two ways/],
    ['is signed with SHA-1', { hash: 'sha1' }, /not RSA or ECDSA with SHA-256/],
    ['is of version 1', { version: 0 }, /not of version 3/],
    ['is on another curve', { keys: build.ecKeys('secp256k1') }, /not RSA and not on P-256/],
    ['has a short RSA key', { keys: build.rsaKeys(1024) }, /RSA keys have 2048 to 8192 bits/],
    [
      'is signed by another key of the same name',
      { issuer: { commonName: 'Root', keys: signerKeys } },
      /no chain leads/,
    ],
    ['is signed under another name', { issuer: { commonName: 'Khac', keys: rootKeys } }, /no chain leads/],
    ['vouches for itself', { issuer: null }, /no chain leads/],
    ['has a fraction in its end', { notAfter: build.generalized('21200101000000.5Z') }, /fraction of a second/],
  ])('%s', (_, change, reason) => {
    expect(reasonForSigner(change)).toMatch(reason);
  });
});

describe('the moment stated', () => {
  const exactly = build.tstInfo({ stamped, time: build.generalized('20260102030405Z') });
  const second = build.utc('260102030405Z');
  it.each<[string, Partial<build.CertificateParts>]>([
    ['first', { notBefore: second }],
    ['last', { notAfter: second }],
    ['only', { notBefore: second, notAfter: second }],
  ])('may be the %s of the certificates', (_, validity) => {
    const vouching = build.certify({ ...rootParts, ...validity });
    const stamping = build.certify({ ...signerParts, ...validity });
    expect(reasonFor({ signer: stamping, info: exactly }, vouching.certificate)).toBe('accepted');
  });
});

describe('the way to the root', () => {
  it.each<[string, Partial<build.CertificateParts>, RegExp]>([
    ['has no authority', { extensions: [certSign] }, /the root may not issue certificates/],
    [
      'may not sign certificates',
      { extensions: [build.authority(), build.keyUsage(0x80)] },
      /may not sign certificates/,
    ],
    [
      'is for another purpose',
      { extensions: [build.authority(), build.purposes(false, '1.3.6.1.5.5.7.3.1')] },
      /may not issue certificates for time stamping/,
    ],
    [
      'is for time stamping among other purposes',
      { extensions: [build.authority(), build.purposes(false, '1.3.6.1.5.5.7.3.1', build.stampingPurpose)] },
      /accepted/,
    ],
    ['is for any purpose', { extensions: [build.authority(), build.purposes(false, '2.5.29.37.0')] }, /accepted/],
    ['has ended', { notAfter: build.utc('260102030405Z') }, /the root was not valid/],
    [
      'has a rule that is not known',
      { extensions: [build.authority(), build.extension('2.5.29.30', true, build.sequence())] },
      /2\.5\.29\.30/,
    ],
    ['allows no certificate between, and there is none', { extensions: [build.authority(0)] }, /accepted/],
  ])('when the root %s', (_, change, reason) => {
    expect(reasonForRoot(change)).toMatch(reason);
  });

  /** A signer below so many intermediates, each of which allows `pathLength` below it. */
  const below = (count: number, pathLength: number | null, sent = count): Partial<build.TokenParts> => {
    const middles: build.Identity[] = [];
    for (let each = 1; each <= count; each += 1) {
      const extensions = [build.authority(pathLength), certSign];
      const issuer = middles.at(-1) ?? root;
      middles.push(build.certify({ commonName: `M${each}`, keys: build.ecKeys(), issuer, extensions, serial: each }));
    }
    const last = build.certify({ ...signerParts, issuer: middles.at(-1) ?? root });
    const certificates = [last, ...middles.slice(0, sent)].map(({ certificate }) => certificate);
    return {
      signer: last,
      certificates,
      attributes: build.sorted([
        build.contentType,
        build.messageDigest('sha256', info),
        build.namedBySha256(last.certificate),
      ]),
    };
  };

  it.each<[string, Partial<build.TokenParts>, RegExp]>([
    ['goes over four certificates', below(4, null), /accepted/],
    ['goes over five', below(5, null), /no chain leads to a root/],
    ['goes over one that allows none below', below(1, 0), /accepted/],
    ['goes over two that allow none below', below(2, 0), /so far above the signer/],
    ['misses a link', below(2, null, 1), /no chain leads to a root/],
  ])('%s', (_, change, reason) => {
    expect(reasonFor(change)).toMatch(reason);
  });

  it('is found among certificates of one name, and not only the first', () => {
    const old = build.certify({ ...rootParts, keys: build.ecKeys() });
    const answer = verifyTimestamp({ token: build.token(parts), stamped, roots: [old.certificate, root.certificate] });
    expect(answer).toMatchObject({ ok: true });
  });

  it('is found where the first way leads nowhere', () => {
    const oldKeys = build.ecKeys();
    const ended = { notAfter: build.utc('250101000000Z') };
    const old = build.certify({ ...rootParts, ...ended, commonName: 'Old', keys: oldKeys });
    const middleParts = { commonName: 'M', keys: build.ecKeys(), extensions: [build.authority(), certSign] };
    const first = build.certify({ ...middleParts, issuer: old, serial: 1 });
    const second = build.certify({ ...middleParts, issuer: root, serial: 2 });
    const inside = build.certify({ ...signerParts, issuer: first });
    const certificates = [inside, first, second].map(({ certificate }) => certificate);
    const token = build.token({ ...parts, signer: inside, certificates });
    expect(checked(token, old.certificate, root.certificate)).toMatchObject({ ok: true });
    expect(checked(token, old.certificate)).toMatchObject({
      ok: false,
      reason: expect.stringContaining('not valid') as unknown,
    });
  });

  it('ends at whatever certificate the policy calls a root, itself sent along or not', () => {
    const middle = build.certify({ ...rootParts, commonName: 'M', keys: build.ecKeys(), issuer: root, serial: 3 });
    const inside = build.certify({ ...signerParts, issuer: middle });
    const certificates = [inside.certificate, middle.certificate];
    expect(reasonFor({ signer: inside, certificates }, middle.certificate)).toBe('accepted');
    expect(reasonFor({ signer: inside }, middle.certificate)).toBe('accepted');
    const beside = build.certify({ ...rootParts, commonName: 'B', keys: build.ecKeys() });
    const token = build.token({ ...parts, signer: inside, certificates });
    expect(checked(token, beside.certificate, middle.certificate)).toMatchObject({ ok: true });
  });

  it('ends when certificates sign each other in a circle', () => {
    const [one, other] = [build.ecKeys(), build.ecKeys()];
    const extensions = [build.authority(), certSign];
    const first = build.certify({ commonName: 'A', keys: one, issuer: { commonName: 'B', keys: other }, extensions });
    const second = build.certify({ commonName: 'B', keys: other, issuer: first, extensions });
    const inside = build.certify({ ...signerParts, issuer: first });
    const certificates = [inside, first, second].map(({ certificate }) => certificate);
    expect(reasonFor({ signer: inside, certificates })).toBe('no chain leads to a root of the policy');
  });

  it('is not judged by more than a hundred roots, nor without a list of them', () => {
    const roots = (count: number): Uint8Array[] => Array.from({ length: count }, () => root.certificate);
    expect(checked(build.token(parts), ...roots(100))).toMatchObject({ ok: true });
    const reason = 'the roots are not a list of at most 100';
    expect(checked(build.token(parts), ...roots(101))).toEqual({ ok: false, reason });
    expect(verifyTimestamp({ token: build.token(parts), stamped } as never)).toEqual({ ok: false, reason });
  });

  it('is not judged when a root is no certificate', () => {
    expect(checked(build.token(parts), root.certificate, stamped)).toMatchObject({
      ok: false,
      reason: expect.stringContaining('root 2 of the policy') as unknown,
    });
  });
});

describe('hostile input', () => {
  const good = build.token(parts);

  it('is answered, whatever it is', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), (any) => expect(checked(any, root.certificate).ok).toBe(false)),
    );
    for (const claim of [null, undefined, {}, { token: 'a' }, { token: good, stamped, roots: 'root' }])
      expect(verifyTimestamp(claim as never)).toMatchObject({ ok: false });
  });

  it('is answered when pieces of a token are put in other places', () => {
    fc.assert(
      fc.property(fc.nat(good.length), fc.nat(good.length), fc.nat(good.length), (from, length, to) => {
        const moved = good.slice();
        moved.set(good.subarray(from, from + length).subarray(0, good.length - to), to);
        expect(checked(moved, root.certificate).ok).toBe(moved.every((byte, at) => byte === good[at]));
      }),
    );
  });

  /** The token with its outermost length written in another way. */
  const withLength = (...length: readonly number[]): Uint8Array => Uint8Array.of(0x30, ...length, ...good.subarray(4));

  it.each([
    ['an indefinite length', Uint8Array.of(...withLength(0x80), 0, 0)],
    ['a length in more bytes than needed', withLength(0x83, 0, good[2] ?? 0, good[3] ?? 0)],
    ['a length beyond the end', withLength(0x83, 0xff, 0xff, 0xff)],
    ['a length beyond all bounds', withLength(0x88, 1, 0, 0, 0, 0, 0, 0, 0)],
    ['a tag of several bytes', Uint8Array.of(0x3f, 0x30, 1, 0)],
  ])('is refused with %s', (_, token) => {
    expect(checked(token, root.certificate)).toMatchObject({ ok: false });
  });

  it('is refused unread when it is longer than any token', () => {
    const longer = 'not a time-stamp token: longer than any';
    expect(checked(new Uint8Array(100_001), root.certificate)).toMatchObject({ reason: longer });
    expect(checked(new Uint8Array(100_000), root.certificate)).not.toMatchObject({ reason: longer });
  });

  it('is refused at once when it is nested without end', () => {
    let nested: Uint8Array = build.nothing;
    for (let depth = 0; depth < 100; depth += 1) nested = build.sequence(nested);
    expect(checked(nested, root.certificate)).toMatchObject({ ok: false });
  });
});
