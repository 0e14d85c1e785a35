import { describe, expect, it } from '@jest/globals';
import * as node from 'node:crypto';
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { isWeakEd25519Key } from '#evidence/note/ed25519-key.ts';
import * as page from './browser-crypto.ts';

/*
 * The page checks with other code than the script: what one of them takes the other must take, and a spoilt
 * signature must fall through both. Differences that are meant are tested one by one and named.
 */

type Options = { readonly padding?: number; readonly saltLength?: number };
type Signed = {
  readonly spki: Buffer;
  readonly algorithm: string | null;
  readonly data: Uint8Array;
  readonly signature: Uint8Array;
  readonly options?: Options;
};

const nodeSays = ({ spki, algorithm, data, signature, options = {} }: Signed): boolean => {
  const key = node.createPublicKey({ key: spki, format: 'der', type: 'spki' });
  return node.verify(algorithm, data, { key, ...options }, signature);
};
const pageSays = ({ spki, algorithm, data, signature, options = {} }: Signed): boolean => {
  const key = page.createPublicKey({ key: spki, format: 'der', type: 'spki' });
  return page.verify(algorithm, data, { key, ...options }, signature);
};
const bothSay = (signed: Signed): boolean => {
  const said = pageSays(signed);
  expect(said).toBe(nodeSays(signed));
  return said;
};

const spkiOf = (key: node.KeyObject): Buffer => key.export({ format: 'der', type: 'spki' });
const texts = fc.uint8Array({ maxLength: 300 });
const flipBit = (bytes: Uint8Array, bit: number): Uint8Array => {
  const flipped = Uint8Array.from(bytes);
  const at = (bit >> 3) % bytes.length;
  flipped[at] = (flipped[at] ?? 0) ^ (1 << (bit & 7));
  return flipped;
};

const keyPairs = {
  ed25519: node.generateKeyPairSync('ed25519'),
  p256: node.generateKeyPairSync('ec', { namedCurve: 'P-256' }),
  p384: node.generateKeyPairSync('ec', { namedCurve: 'P-384' }),
  p521: node.generateKeyPairSync('ec', { namedCurve: 'P-521' }),
  rsa: node.generateKeyPairSync('rsa', { modulusLength: 2048 }),
  oddRsa: node.generateKeyPairSync('rsa', { modulusLength: 1031, publicExponent: 3 }),
};
const { RSA_PKCS1_PSS_PADDING, RSA_PSS_SALTLEN_DIGEST, RSA_PSS_SALTLEN_AUTO } = node.constants;
const pss = { padding: RSA_PKCS1_PSS_PADDING };

const schemes: readonly (readonly [string, keyof typeof keyPairs, string | null, Options?])[] = [
  ['Ed25519', 'ed25519', null],
  ...['sha256', 'sha384', 'sha512'].flatMap((hash): (readonly [string, keyof typeof keyPairs, string, Options?])[] => [
    [`ECDSA P-256 ${hash}`, 'p256', hash],
    [`ECDSA P-384 ${hash}`, 'p384', hash],
    [`ECDSA P-521 ${hash}`, 'p521', hash],
    [`RSA PKCS#1 ${hash}`, 'rsa', hash],
    [`RSA PKCS#1 of 1031 bits and exponent 3 ${hash}`, 'oddRsa', hash],
    [`RSA-PSS ${hash}, salt as long as the hash`, 'rsa', hash, { ...pss, saltLength: RSA_PSS_SALTLEN_DIGEST }],
    [`RSA-PSS ${hash}, any salt`, 'rsa', hash, { ...pss, saltLength: RSA_PSS_SALTLEN_AUTO }],
  ]),
  ['RSA-PSS of 1031 bits sha256, salt of 20', 'oddRsa', 'sha256', { ...pss, saltLength: 20 }],
  ['RSA PKCS#1 sha1', 'rsa', 'sha1'],
];

describe.each(schemes)('%s', (_, name, algorithm, options = {}) => {
  const { privateKey, publicKey } = keyPairs[name];
  const spki = spkiOf(publicKey);
  const signed = (data: Uint8Array): Signed => {
    const signature = node.sign(algorithm, data, { key: privateKey, ...options });
    return { spki, algorithm, data, signature, options };
  };

  it('is taken by both', () => {
    fc.assert(
      fc.property(texts, (data) => expect(bothSay(signed(data))).toBe(true)),
      { numRuns: 8 },
    );
  });

  it('is refused by both when any bit of the signature or the text is another', () => {
    const cases = fc.tuple(fc.uint8Array({ minLength: 1, maxLength: 99 }), fc.nat(8191), fc.boolean());
    const property = fc.property(cases, ([data, bit, inText]) => {
      const good = signed(data);
      const signature = inText ? good.signature : flipBit(good.signature, bit);
      expect(bothSay({ ...good, signature, data: inText ? flipBit(data, bit) : data })).toBe(false);
    });
    fc.assert(property, { numRuns: 25 });
  });

  it('is refused by both when bytes are missing, more, or none at all', () => {
    const { signature, ...rest } = signed(Uint8Array.of(1, 2, 3));
    const spoilt = [
      signature.subarray(1),
      signature.subarray(0, -1),
      Buffer.concat([signature, Buffer.of(0)]),
      Buffer.concat([Buffer.of(0), signature]),
      new Uint8Array(),
      new Uint8Array(signature.length),
      new Uint8Array(signature.length).fill(0xff),
    ];
    expect(spoilt.map((bytes) => bothSay({ ...rest, signature: bytes }))).toEqual(spoilt.map(() => false));
  });
});

describe('RSA', () => {
  const { privateKey, publicKey } = keyPairs.rsa;
  const spki = spkiOf(publicKey);
  const data = Uint8Array.of(7);
  const raw = (block: Uint8Array): Uint8Array =>
    node.privateEncrypt({ key: privateKey, padding: node.constants.RSA_NO_PADDING }, block);
  const digest = node.createHash('sha256').update(data).digest();
  const info = Buffer.concat([Buffer.from('3031300d060960864801650304020105000420', 'hex'), digest]);
  const block = (before: readonly number[], filling: number, after: Buffer): Uint8Array =>
    Buffer.concat([Buffer.from([...before, ...new Uint8Array(filling).fill(0xff), 0]), after]);

  it('takes the one encoding of PKCS#1 and no other', () => {
    const good = block([0, 1], 202, info);
    const bad = [
      block([0, 2], 202, info),
      block([1, 1], 202, info)
        .map((byte, at) => (at === 0 ? 0 : byte))
        .with(2, 0xfe),
      block([0, 1], 8, Buffer.concat([info, Buffer.alloc(194)])),
      block(
        [0, 1],
        204,
        Buffer.concat([Buffer.from('302f300b0609608648016503040201', 'hex'), Buffer.of(4, 32), digest]),
      ),
    ];
    const says = (bytes: Uint8Array): boolean => bothSay({ spki, algorithm: 'sha256', data, signature: raw(bytes) });
    expect(says(good)).toBe(true);
    expect(bad.map(says)).toEqual([false, false, false, false]);
  });

  it('refuses a signature with the modulus added, which is the same number', () => {
    const { n = '' } = publicKey.export({ format: 'jwk' });
    const modulus = BigInt(`0x${Buffer.from(n, 'base64url').toString('hex')}`);
    const small = node.sign('sha256', data, privateKey);
    const sum = (BigInt(`0x${small.toString('hex')}`) + modulus).toString(16).padStart(514, '0');
    const signature = Buffer.from(sum.slice(sum.startsWith('00') ? 2 : 0), 'hex');
    expect(bothSay({ spki, algorithm: 'sha256', data, signature })).toBe(false);
  });

  it('PSS holds to the length of salt asked for', () => {
    const signature = node.sign('sha256', data, { key: privateKey, ...pss, saltLength: 20 });
    const says = (saltLength: number): boolean =>
      bothSay({ spki, algorithm: 'sha256', data, signature, options: { ...pss, saltLength } });
    expect([20, 19, 21, 32, RSA_PSS_SALTLEN_AUTO, RSA_PSS_SALTLEN_DIGEST].map(says)).toEqual([
      true,
      false,
      false,
      false,
      true,
      false,
    ]);
  });

  it.each(['an even modulus', 'an exponent of one', 'an even exponent', 'an exponent above the modulus'])(
    'takes nothing of a key with %s',
    (wrong) => {
      const key = { n: 2n ** 2047n + 1n, e: 65537n };
      if (wrong === 'an even modulus') key.n += 1n;
      if (wrong === 'an exponent of one') key.e = 1n;
      if (wrong === 'an even exponent') key.e = 2n;
      if (wrong === 'an exponent above the modulus') key.e = key.n + 2n;
      const spoilt = page.createPublicKey({ key: rsaSpki(key.n, key.e), format: 'der', type: 'spki' });
      // With the exponent one the block itself would be its own signature.
      expect(page.verify('sha256', data, spoilt, block([0, 1], 202, info))).toBe(false);
    },
  );
});

const element = (tag: number, ...parts: readonly Uint8Array[]): Buffer => {
  const content = Buffer.concat(parts);
  const { length } = content;
  if (length < 0x80) return Buffer.concat([Buffer.of(tag, length), content]);
  const digits = length < 0x100 ? [0x81, length] : [0x82, length >> 8, length & 0xff];
  return Buffer.concat([Buffer.of(tag, ...digits), content]);
};
const integer = (value: bigint): Buffer => {
  const digits = value.toString(16);
  const bytes = Buffer.from(digits.padStart(digits.length + (digits.length % 2), '0'), 'hex');
  return element(0x02, (bytes[0] ?? 0) >= 0x80 ? Buffer.concat([Buffer.of(0), bytes]) : bytes);
};
const rsaId = element(0x30, Buffer.from('06092a864886f70d0101010500', 'hex'));
const rsaSpki = (n: bigint, e: bigint): Buffer =>
  element(0x30, rsaId, element(0x03, Buffer.of(0), element(0x30, integer(n), integer(e))));

describe('ECDSA', () => {
  const { privateKey, publicKey } = keyPairs.p256;
  const [spki, data] = [spkiOf(publicKey), Uint8Array.of(1)];
  const order = 0xffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551n;
  const signature = node.sign('sha256', data, privateKey);
  const rsLength = signature[3] ?? 0;
  const [r, s] = [signature.subarray(4, 4 + rsLength), signature.subarray(6 + rsLength)].map((bytes) =>
    BigInt(`0x${bytes.toString('hex')}`),
  ) as [bigint, bigint];
  const says = (...parts: readonly Buffer[]): boolean =>
    bothSay({ spki, algorithm: 'sha256', data, signature: element(0x30, ...parts) });

  it('takes s and its negative, which are both signatures', () => {
    expect([says(integer(r), integer(s)), says(integer(r), integer(order - s))]).toEqual([true, true]);
  });

  it('takes one spelling of the numbers, and only numbers of the group', () => {
    const zeroBefore = element(0x02, Buffer.of(0, 0), integer(r).subarray(2));
    const spoilt = [
      says(zeroBefore, integer(s)),
      says(integer(r + order), integer(s)),
      says(integer(r), integer(s + order)),
      says(integer(0n), integer(s)),
      says(integer(r), integer(0n)),
      says(integer(r), integer(s), integer(s)),
      says(integer(r)),
      says(element(0x02), integer(s)),
      says(element(0x02, Buffer.of(0x80)), integer(s)),
    ];
    expect(spoilt).toEqual(spoilt.map(() => false));
    const longForm = Buffer.concat([Buffer.of(0x30, 0x81, signature.length - 2), signature.subarray(2)]);
    expect(bothSay({ spki, algorithm: 'sha256', data, signature: longForm })).toBe(false);
  });

  it('a key that is no point of its curve is no key', () => {
    const spoilt = flipBit(spki, 8 * (spki.length - 1));
    const input = { key: Buffer.from(spoilt), format: 'der', type: 'spki' } as const;
    expect(() => node.createPublicKey(input)).toThrow();
    expect(() => page.createPublicKey(input)).toThrow();
  });

  it('reads a key of one coordinate as the platform does, and refuses the hybrid form, which the platform takes', () => {
    const prefix = Buffer.from('301306072a8648ce3d020106082a8648ce3d030107', 'hex');
    const point = spki.subarray(-65);
    const sign = (point.at(-1) ?? 0) & 1;
    const keyOf = (bytes: Buffer): Buffer => element(0x30, prefix, element(0x03, Buffer.of(0), bytes));
    const compressed = keyOf(Buffer.concat([Buffer.of(2 + sign), point.subarray(1, 33)]));
    expect(bothSay({ spki: compressed, algorithm: 'sha256', data, signature })).toBe(true);
    const hybrid = { spki: keyOf(Buffer.concat([Buffer.of(6 + sign), point.subarray(1)])), algorithm: 'sha256' };
    expect(nodeSays({ ...hybrid, data, signature })).toBe(true);
    expect(() => pageSays({ ...hybrid, data, signature })).toThrow();
  });
});

describe('Ed25519', () => {
  type Vector = Readonly<Record<'name' | 'key' | 'message' | 'signature', string>> & { readonly valid: boolean };
  const file = new URL('../../../libs/evidence/test/ed25519-vectors.json', import.meta.url);
  const vectors = JSON.parse(readFileSync(file, 'utf8')) as readonly Vector[];
  const hex = (text: string): Buffer => Buffer.from(text, 'hex');
  const signedBy = ({ key, message, signature }: Vector): Signed => ({
    spki: Buffer.concat([hex('302a300506032b6570032100'), hex(key)]),
    algorithm: null,
    data: hex(message),
    signature: hex(signature),
  });

  it.each(vectors.map((vector) => [vector.name, vector] as const))('%s', (_, vector) => {
    expect(!isWeakEd25519Key(hex(vector.key)) && pageSays(signedBy(vector))).toBe(vector.valid);
  });

  it('differs from the platform only over a second spelling of a key, which nobody takes', () => {
    const differing = vectors.filter((vector) => pageSays(signedBy(vector)) !== nodeSays(signedBy(vector)));
    expect(differing.map(({ name }) => /\d+(?=:)/.exec(name)?.[0])).toEqual(['11']);
    expect(differing.every(({ key }) => isWeakEd25519Key(hex(key)))).toBe(true);
  });

  it('agrees over points of small order and mixed order in every place, and never throws', () => {
    const small = [...new Set(vectors.flatMap(({ key, signature }) => [key, signature.slice(0, 64)]))].filter(
      (point) => point.length === 64,
    );
    const bytes32 = fc.uint8Array({ minLength: 32, maxLength: 32 }).map((bytes) => Buffer.from(bytes).toString('hex'));
    const points = fc.oneof(fc.constantFrom(...small), bytes32);
    const scalars = fc.oneof(fc.constantFrom('00'.repeat(32), `01${'00'.repeat(31)}`, 'ff'.repeat(32)), bytes32);
    const property = fc.property(points, points, scalars, texts, (key, r, s, data) => {
      fc.pre(!isWeakEd25519Key(hex(key)));
      expect(bothSay({ ...signedBy({ name: '', key, message: '', signature: r + s, valid: false }), data })).toBe(
        false,
      );
    });
    fc.assert(property, { numRuns: 200 });
  });
});

describe('a hash', () => {
  it.each(['sha1', 'sha256', 'SHA384', 'sha512', 'RSA-SHA256', 'SHA-512'])('%s is that of the platform', (name) => {
    const property = fc.property(fc.array(fc.oneof(texts, fc.string({ unit: 'grapheme' }))), (parts) => {
      const [ours, theirs] = [page.createHash(name), node.createHash(name.replace('SHA-', 'sha'))];
      for (const part of parts) {
        ours.update(part);
        theirs.update(part);
      }
      expect(ours.digest()).toEqual(new Uint8Array(theirs.digest()));
    });
    fc.assert(property, { numRuns: 30 });
  });

  it('of a name that is not known is an error', () => {
    expect(() => page.createHash('md5')).toThrow('no hash md5');
  });
});

describe('a public key', () => {
  it('tells its kind as the platform does', () => {
    for (const { publicKey } of Object.values(keyPairs)) {
      const key = page.createPublicKey({ key: spkiOf(publicKey), format: 'der', type: 'spki' });
      expect(key.asymmetricKeyType).toBe(publicKey.asymmetricKeyType);
      if (key.asymmetricKeyType !== 'ed25519') expect(key.asymmetricKeyDetails).toEqual(publicKey.asymmetricKeyDetails);
    }
  });

  it('is refused when any byte before the key itself is another, or one is missing or more', () => {
    const spki = spkiOf(keyPairs.ed25519.publicKey);
    for (let at = 0; at < 12; at += 1) {
      const key = spki.map((byte, index) => (index === at ? byte ^ 1 : byte));
      expect(() => page.createPublicKey({ key, format: 'der', type: 'spki' })).toThrow();
    }
    for (const key of [spki.subarray(0, -1), Buffer.concat([spki, Buffer.of(0)]), new Uint8Array()])
      expect(() => page.createPublicKey({ key, format: 'der', type: 'spki' })).toThrow();
  });
});

it('the page cannot sign', () => {
  expect(() => page.sign()).toThrow('cannot sign');
  expect(() => page.createPrivateKey()).toThrow('cannot sign');
});
