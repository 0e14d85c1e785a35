import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { fromBase64, toBase64 } from '../note/base64.ts';
import { commitmentTo, isSealed, opens, saltBytes, sealedFieldsIn, sealedPlacesIn } from './sealed-field.ts';

const salt = Uint8Array.from({ length: saltBytes }, (_, index) => index);

describe('a commitment', () => {
  it('is SHA-256 of salt and UTF-8 value, in base64', () => {
    // printf of the same 32 bytes and the word, through sha256sum.
    expect(commitmentTo(salt, 'Chuyển')).toEqual({ sealed: 'ehVv5okoN8qq+mZGUJGg9/a7FfebG1ueCNRf0LZ05ZU=' });
  });

  it('is opened by its own salt and value alone', () => {
    const field = commitmentTo(salt, 'Chuyển');
    expect(opens({ salt, value: 'Chuyển' }, field)).toBe(true);
    expect(opens({ salt, value: 'Chuyển ' }, field)).toBe(false);
    expect(opens({ salt: salt.toReversed(), value: 'Chuyển' }, field)).toBe(false);
    const [first, ...rest] = new TextEncoder().encode('Chuyển');
    const shifted = {
      salt: Uint8Array.of(...salt, first ?? 0),
      value: new TextDecoder().decode(Uint8Array.from(rest)),
    };
    expect(commitmentTo(shifted.salt, shifted.value)).toEqual(field);
    expect(opens(shifted, field)).toBe(false);
  });
});

describe('a sealed field', () => {
  const hash = toBase64(salt);

  it.each([
    [{ sealed: hash }, true],
    [{ sealed: hash.slice(0, -1) }, false],
    [{ sealed: `${hash.slice(0, -2)}9=` }, false],
    [{ sealed: toBase64(salt.subarray(1)) }, false],
    [{ sealed: `${hash}\n` }, false],
    [{ sealed: ` ${hash}` }, false],
    [{ sealed: [hash] }, false],
    [{ sealed: hash, more: 1 }, false],
    [{ Sealed: hash }, false],
    [{ sealed: null }, false],
    [[hash], false],
    [hash, false],
    [null, false],
    [undefined, false],
    [{}, false],
    // Neither is written in the canonical text: a list has items alone, an object what is its own.
    [Object.assign([], { sealed: hash }), false],
    [Object.assign(Object.create({ sealed: hash }) as object, { other: 1 }), false],
  ])('is an object with one hash and nothing else: %j', (value, answer) => {
    expect(isSealed(value)).toBe(answer);
  });

  it('holds every hash in its one spelling, and no other text', () => {
    const text = fc.oneof(
      fc.uint8Array({ minLength: 31, maxLength: 33 }).map(toBase64),
      fc.stringMatching(/^[A-Za-z0-9+/]{43}=$/),
    );
    fc.assert(fc.property(text, (sealed) => expect(isSealed({ sealed })).toBe(fromBase64(sealed)?.length === 32)));
  });

  it('is found wherever it stands, under its pointer, in document order', () => {
    const field = commitmentTo(salt, 'x');
    const envelope = {
      actor: field,
      data: { 'a/b~c': [1, field, { deep: field }], note: null, sealed: field },
      z: 'x',
    };
    const paths = ['/actor', '/data/a~1b~0c/1', '/data/a~1b~0c/2/deep', '/data/sealed'];
    expect(sealedFieldsIn(envelope)).toEqual(paths.map((path) => ({ path, field })));
    expect(sealedFieldsIn(field)).toEqual([{ path: '', field }]);
    for (const { holder, key } of sealedPlacesIn(envelope)) expect(holder[key]).toBe(field);
  });

  it('is looked for at any depth', () => {
    const depth = 100_000;
    const envelope: unknown = JSON.parse(`${'['.repeat(depth)}{"sealed":"${hash}"}${']'.repeat(depth)}`);
    expect(sealedFieldsIn(envelope).map(({ path }) => path.length)).toEqual([2 * depth]);
  });
});
