import { describe, expect, it } from '@jest/globals';
import { createPublicKey, verify } from 'node:crypto';
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { ed25519Check, isWeakEd25519Key } from './ed25519-key.ts';
import { cosignatureTime, formatPublicKey, keyTypes, parsePublicKey, signerOf, verifierOf } from './ed25519.ts';

type Vector = {
  readonly name: string;
  readonly key: string;
  readonly message: string;
  readonly signature: string;
  readonly valid: boolean;
};

const hex = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, 'hex'));
const file = new URL('../../test/ed25519-vectors.json', import.meta.url);
const vectors = JSON.parse(readFileSync(file, 'utf8')) as readonly Vector[];

/** The order of the group (RFC 8032 section 5.1). */
const order = 2n ** 252n + 27742317777372353535851937790883648493n;
const prime = 2n ** 255n - 19n;

const littleEndian = (value: bigint): Uint8Array =>
  new Uint8Array(Buffer.from(value.toString(16).padStart(64, '0'), 'hex').reverse());
const numberOf = (bytes: Uint8Array): bigint =>
  BigInt(`0x${Buffer.from(bytes).reverse().toString('hex').padStart(2, '0')}`);

/** The platform alone, without what this library adds. */
const platformSays = ({ key, message, signature }: Vector): boolean => {
  const der = Buffer.concat([hex('302a300506032b6570032100'), hex(key)]);
  const publicKey = createPublicKey({ key: der, format: 'der', type: 'spki' });
  return verify(null, hex(message), publicKey, hex(signature));
};

describe('the published edge cases of Ed25519', () => {
  it.each(vectors.map((vector) => [vector.name, vector] as const))('%s', (_, { key, message, signature, valid }) => {
    expect(ed25519Check(hex(key))(hex(message), hex(signature))).toBe(valid);
  });

  it('only a key of small order or in a second spelling is refused that the platform takes', () => {
    const differing = vectors.filter((vector) => vector.valid !== platformSays(vector));
    expect(differing.map(({ name }) => /\d+(?=:)/.exec(name)?.[0])).toEqual(['0', '1', '11']);
  });
});

/** Every point of order 1, 2, 4 and 8, with both signs, and again above the prime where that fits into 255 bits. */
const ysOfSmallOrder = [
  0n,
  1n,
  prime - 1n,
  numberOf(hex('26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05')),
  numberOf(hex('c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a')),
];
const secondSpellings = Array.from({ length: 19 }, (_, at) => prime + BigInt(at));
const sign = 1n << 255n;

describe('a weak key', () => {
  it.each([...ysOfSmallOrder, ...secondSpellings].flatMap((y) => [y, y + sign]))('%s has signed nothing', (y) => {
    const key = littleEndian(y);
    expect(isWeakEd25519Key(key)).toBe(true);
    // The neutral point as R and a zero as S fit every text under a key of small order, at least one time in eight.
    const universal = hex(`01${'00'.repeat(63)}`);
    const check = ed25519Check(key);
    for (let text = 0; text < 16; text += 1) expect(check(Uint8Array.of(text), universal)).toBe(false);
  });

  it('is no public key of anybody', () => {
    const written = formatPublicKey({ name: 'x.example', type: keyTypes.ed25519, key: littleEndian(1n) });
    expect(parsePublicKey(written)).toEqual({ ok: false, reason: 'the key is weak: its signatures prove nothing' });
  });

  it.each([0, 31, 33])('a key of %s bytes has signed nothing either', (length) => {
    expect(isWeakEd25519Key(new Uint8Array(length).fill(7))).toBe(true);
    expect(ed25519Check(new Uint8Array(length).fill(7))(new Uint8Array(), new Uint8Array(64))).toBe(false);
  });

  it.each([2n, prime - 2n, ...ysOfSmallOrder.slice(3).flatMap((y) => [y - 1n, y + 1n])])(
    'is none that is only next to one: %s',
    (y) => {
      expect(isWeakEd25519Key(littleEndian(y))).toBe(false);
    },
  );

  it('is none that is made from a seed', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 32, maxLength: 32 }), (seed) => {
        expect(isWeakEd25519Key(signerOf('x.example', seed).publicKey.key)).toBe(false);
      }),
    );
  });
});

describe('a signature', () => {
  const text = 'so-cai.example/tinh\n1\n';

  it('has one spelling: S plus a multiple of the order is refused', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 32, maxLength: 32 }), fc.integer({ min: 1, max: 15 }), (seed, times) => {
        const signer = signerOf('x.example', seed);
        const signature = signer.sign(text);
        const second = numberOf(signature.slice(32)) + order * BigInt(times);
        const verifier = verifierOf(signer.publicKey);
        expect(verifier.verify(text, signature)).toBe(true);
        const respelt = Uint8Array.of(...signature.slice(0, 32), ...littleEndian(second));
        expect(verifier.verify(text, respelt)).toBe(false);
      }),
    );
  });

  it('of a witness is held to the same', () => {
    const signer = signerOf('w.example', new Uint8Array(32).fill(9), () => 1_763_800_000n);
    const signature = signer.sign(text);
    const second = numberOf(signature.slice(40)) + order;
    const respelt = Uint8Array.of(...signature.slice(0, 40), ...littleEndian(second));
    expect(verifierOf(signer.publicKey).verify(text, signature)).toBe(true);
    expect(verifierOf(signer.publicKey).verify(text, respelt)).toBe(false);
  });

  it('that is no bytes, or of something that is none, does not fit, and nothing is thrown', () => {
    const signer = signerOf('x.example', new Uint8Array(32).fill(9));
    const check = ed25519Check(signer.publicKey.key);
    const signature = signer.sign(text);
    expect(check(new TextEncoder().encode(text), signature)).toBe(true);
    for (const wrong of [undefined, null, 7, {}, 'x'.repeat(64), Array.from(signature)]) {
      expect(check(wrong as never, signature)).toBe(false);
      expect(check(new TextEncoder().encode(text), wrong as never)).toBe(false);
    }
  });
});

describe('the time that a witness states', () => {
  const text = 'so-cai.example/tinh\n1\n';
  const cosigned = (seconds: bigint): { readonly signature: Uint8Array; readonly fits: boolean } => {
    const signer = signerOf('w.example', new Uint8Array(32).fill(9), () => seconds);
    const signature = signer.sign(text);
    return { signature, fits: verifierOf(signer.publicKey).verify(text, signature) };
  };

  it('ends before 2^63, as the format has it', () => {
    expect(cosigned(2n ** 63n - 1n).fits).toBe(true);
    expect(cosigned(2n ** 63n).fits).toBe(false);
    expect(cosigned(2n ** 64n - 1n).fits).toBe(false);
  });

  it.each([0, 7, 8, 64, 71, 73])('is not looked for in a signature of %s bytes, which does not fit', (length) => {
    const { signature } = cosigned(1_763_800_000n);
    expect(cosignatureTime(signature)).toBe(1_763_800_000n);
    const other = new Uint8Array(length);
    other.set(signature.subarray(0, length));
    expect(cosignatureTime(other)).toBeNull();
    const { publicKey } = signerOf('w.example', new Uint8Array(32).fill(9), () => 0n);
    expect(verifierOf(publicKey).verify(text, other)).toBe(false);
  });
});
