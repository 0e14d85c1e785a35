import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { NotCanonical, canonicalText, canonicalize } from './canonical-json.ts';

const refusal = (value: unknown): unknown => {
  try {
    return canonicalize(value);
  } catch (error) {
    return error;
  }
};

describe('canonical JSON', () => {
  it('writes the sample of RFC 8785 section 3.2.2', () => {
    const sample = {
      numbers: [333333333.33333329, 1e30, 4.5, 2e-3, 0.000000000000000000000000001],
      string: '\u20ac$\u000f\nA\'B"\\\\"/',
      literals: [null, true, false],
    };
    expect(canonicalize(sample)).toBe(
      '{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],' +
        '"string":"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/"}',
    );
  });

  it('sorts names by UTF-16 code unit, as in RFC 8785 section 3.2.3', () => {
    const sample = {
      '\u20ac': 'Euro Sign',
      '\r': 'Carriage Return',
      '\ufb33': 'Hebrew Letter Dalet With Dagesh',
      '1': 'One',
      '\ud83d\ude00': 'Emoji: Grinning Face',
      '\u0080': 'Control',
      '\u00f6': 'Latin Small Letter O With Diaeresis',
    };
    expect([...canonicalize(sample).matchAll(/:"([^"]+)"/g)].map(([, value]) => value)).toEqual([
      'Carriage Return',
      'One',
      'Control',
      'Latin Small Letter O With Diaeresis',
      'Euro Sign',
      'Emoji: Grinning Face',
      'Hebrew Letter Dalet With Dagesh',
    ]);
  });

  /** Bit patterns and texts of RFC 8785 appendix B. */
  it.each([
    ['0000000000000000', '0'],
    ['8000000000000000', '0'],
    ['0000000000000001', '5e-324'],
    ['8000000000000001', '-5e-324'],
    ['7fefffffffffffff', '1.7976931348623157e+308'],
    ['ffefffffffffffff', '-1.7976931348623157e+308'],
    ['4340000000000000', '9007199254740992'],
    ['c340000000000000', '-9007199254740992'],
    ['4430000000000000', '295147905179352830000'],
    ['44b52d02c7e14af5', '9.999999999999997e+22'],
    ['44b52d02c7e14af6', '1e+23'],
    ['44b52d02c7e14af7', '1.0000000000000001e+23'],
    ['444b1ae4d6e2ef4e', '999999999999999700000'],
    ['444b1ae4d6e2ef4f', '999999999999999900000'],
    ['444b1ae4d6e2ef50', '1e+21'],
    ['3eb0c6f7a0b5ed8c', '9.999999999999997e-7'],
    ['3eb0c6f7a0b5ed8d', '0.000001'],
    ['41b3de4355555553', '333333333.3333332'],
    ['41b3de4355555557', '333333333.33333343'],
    ['becbf647612f3696', '-0.0000033333333333333333'],
    ['43143ff3c1cb0959', '1424953923781206.2'],
  ])('writes the number %s as %s', (bits, text) => {
    expect(canonicalize(Buffer.from(bits, 'hex').readDoubleBE())).toBe(text);
  });

  it.each([
    ['not a number', { a: Number.NaN }, '$.a'],
    ['infinity', [Number.POSITIVE_INFINITY], '$[0]'],
    ['a lone high surrogate', { a: ['\ud800'] }, '$.a[0]'],
    ['a lone low surrogate in a name', { 'x\udc00': 1 }, '$.x\udc00'],
    ['the first low surrogate', '\udc00', '$'],
    ['the last surrogate', '\udfff', '$'],
    ['a high surrogate before a letter', '\udbffa', '$'],
    ['two high surrogates', '\ud800\udbff', '$'],
    ['a high surrogate before the first letter beyond', '\ud800\ue000', '$'],
    ['two low surrogates', '\udc00\udc00', '$'],
    ['surrogates in the wrong order', '\ude00\ud83d', '$'],
    ['undefined in a list', [1, undefined], '$[1]'],
    ['a hole in a list', Object.assign([], { length: 1 }), '$[0]'],
    ['a big integer', { n: 1n }, '$.n'],
    ['a function', { f: () => 1 }, '$.f'],
    ['a symbol', Symbol('s'), '$'],
    ['a date', { at: new Date(0) }, '$.at'],
    ['a map', new Map([['a', 1]]), '$'],
    ['bytes', { b: Uint8Array.of(1) }, '$.b'],
  ])('refuses %s and says where', (_, value, path) => {
    const outcome = refusal(value);
    expect(outcome).toBeInstanceOf(NotCanonical);
    expect((outcome as NotCanonical).path).toBe(path);
  });

  it('lets through what the value itself throws when it is read', () => {
    const fault = new RangeError('not now');
    const read = (): never => {
      throw fault;
    };
    expect(refusal(Object.defineProperty({}, 'a', { enumerable: true, get: read }))).toBe(fault);
  });

  it('leaves an undefined property out', () => {
    expect(canonicalize({ a: undefined, b: 1 })).toBe('{"b":1}');
  });

  it('says the same whatever the order of properties, and nothing else than JSON does', () => {
    fc.assert(
      fc.property(fc.jsonValue({ stringUnit: 'binary' }), (value) => {
        const text = canonicalize(value);
        expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(value)));
        expect(canonicalize(reversed(value))).toBe(text);
        expect(canonicalize(JSON.parse(text))).toBe(text);
      }),
    );
  });
});

describe('the bytes', () => {
  it.each([0x7f, 0x80, 0x7ff, 0x800, 0xd7ff, 0xe000, 0xfeff, 0xffff, 0x10000, 0x103ff, 0x10400, 0xfffff, 0x10ffff])(
    'of the character numbered %i are those of UTF-8',
    (point) => {
      const text = String.fromCodePoint(point);
      expect(canonicalText(text).bytes).toEqual(Buffer.from(`"${text}"`));
      expect(canonicalize(text)).toBe(`"${text}"`);
    },
  );

  /** A value this large leaves the writer with the room it began with, 16 KiB. */
  const begunAnew = (value: unknown): string => {
    canonicalize('ử'.repeat(200_000));
    return canonicalize(value);
  };

  it.each([
    ['numbers', Array.from({ length: 9000 }, (_, at) => at)],
    ['short texts', Array.from({ length: 9000 }, (_, at) => `${at}`)],
    ['lists', Array.from({ length: 9000 }, () => [])],
    ['names', Object.fromEntries(Array.from({ length: 2000 }, (_, at) => [`name ${10_000 + at}`, null]))],
  ])('of many %s are all there, whatever room there was for them', (_, value) => {
    expect(begunAnew(value)).toBe(JSON.stringify(value));
  });

  it('of a text are all there when it just fits, or just does not', () => {
    for (const length of [2729, 2730, 2731, 2732]) {
      const text = '\u0001'.repeat(length);
      expect(begunAnew(text)).toBe(JSON.stringify(text));
    }
  });
});

describe('what the writer saw', () => {
  it('is surely NFC only when every string is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.constantFrom('NFC', 'NFD'), (text, form) => {
        const shaped = text.normalize(form);
        fc.pre(canonicalText(shaped).surelyNfc);
        expect(shaped.normalize('NFC')).toBe(shaped);
      }),
    );
    for (let unit = 0; unit < 0xd800; unit += 1) {
      const text = `a${String.fromCharCode(unit)}`;
      if (canonicalText(text).surelyNfc) expect(text.normalize('NFC')).toBe(text);
    }
  });

  it.each([
    ['Sở Xây dựng “Hoà Bình” – số 14/CT-UBND', true],
    ['Hoà'.normalize('NFD'), false],
    ['😀', false],
    [{ ['Hoà'.normalize('NFD')]: 1 }, false],
  ])('of %j: surely NFC is %p', (value, surelyNfc) => {
    expect(canonicalText(value).surelyNfc).toBe(surelyNfc);
  });

  /** What is sure need not be normalised again: all that is common in Vietnamese writing, and nothing else. */
  it.each([
    [0x2ff, true],
    [0x300, false],
    [0x1dff, false],
    [0x1e00, true],
    [0x1eff, true],
    [0x1f00, false],
    [0x200f, false],
    [0x2010, true],
    [0x2027, true],
    [0x2028, false],
  ])('of the character numbered %i: surely NFC is %p', (unit, surelyNfc) => {
    expect(canonicalText(String.fromCharCode(unit)).surelyNfc).toBe(surelyNfc);
  });

  it.each([
    [{ a: ['x\0'] }, true],
    [{ 'a\0': 1 }, true],
    [{ a: '\\u0000 \u0001' }, false],
  ])('of %j: holds U+0000 is %p', (value, holdsNul) => {
    expect(canonicalText(value).holdsNul).toBe(holdsNul);
    expect(canonicalText('fresh')).toMatchObject({ holdsNul: false, surelyNfc: true });
  });

  it('is UTF-8 of any size, of records of any width', () => {
    const wide = Object.fromEntries(Array.from({ length: 40 }, (_, n) => [`n${(n * 7) % 40}`, n]));
    const names = Object.keys(JSON.parse(canonicalize(wide)) as object);
    expect(names).toEqual(Object.keys(wide).sort());
    const large = `€😀é"\n${'ử'.repeat(700_000)}`;
    expect(canonicalText(large).bytes.equals(Buffer.from(JSON.stringify(large)))).toBe(true);
    expect(canonicalize([1])).toBe('[1]');
  });
});

const reversed = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(reversed);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([name, item]) => [name, reversed(item)]),
  );
};
