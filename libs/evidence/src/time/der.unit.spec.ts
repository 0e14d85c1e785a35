import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { comesBefore, contextTag, DerReader, primitiveContextTag, tags } from './der.ts';

const bytes = (hex: string): Uint8Array => Uint8Array.from(hex.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
const hexOf = (content: Uint8Array): string =>
  Array.from(content, (byte) => byte.toString(16).padStart(2, '0')).join('');

/** What is read, and the fault; a reader must be at its end afterwards. */
const reading = <Value>(hex: string, read: (reader: DerReader) => Value): { value: Value; fault: string | null } => {
  const reader = new DerReader(bytes(hex));
  const value = read(reader);
  reader.end('document');
  return { value, fault: reader.fault };
};
const fine = { fault: null };
const wrong = { fault: expect.any(String) as unknown };

describe('a length', () => {
  const content = (hex: string): unknown =>
    reading(hex, (reader) => hexOf(reader.content(tags.octetString, 'it')).length / 2);

  it.each([
    ['in one byte', '0400', 0],
    ['of 127', `047f${'aa'.repeat(127)}`, 127],
    ['of 128', `048180${'aa'.repeat(128)}`, 128],
    ['of 255', `0481ff${'aa'.repeat(255)}`, 255],
    ['of 256', `04820100${'aa'.repeat(256)}`, 256],
    ['of 65536', `0483010000${'aa'.repeat(65536)}`, 65536],
  ])('is read %s', (_, hex, value) => {
    expect(content(hex)).toMatchObject({ ...fine, value });
  });

  it.each([
    ['that is missing', '04'],
    ['beyond the end', '0401'],
    ['beyond the end by one', '0402aa'],
    ['that is indefinite', '0480aa0000'],
    ['of 127 in two bytes', `04817f${'aa'.repeat(127)}`],
    ['of 128 in three', `04820080${'aa'.repeat(128)}`],
    ['that is cut off', '048201'],
    ['in five bytes', `048400000001aa`],
    ['without bound', `04ff${'ff'.repeat(127)}`],
    ['that leaves something', '0401aabb'],
  ])('is refused %s', (_, hex) => {
    expect(content(hex)).toMatchObject(wrong);
  });
});

describe('an element', () => {
  it('must have the tag that is asked for', () => {
    expect(reading('0500', (reader) => reader.content(tags.octetString, 'it'))).toEqual({
      value: new Uint8Array(),
      fault: 'it: missing or of another kind',
    });
    expect(
      reading('0500', (reader) => [reader.isNext(tags.null), reader.isNext(tags.oid), reader.any('it').tag]),
    ).toEqual({ ...fine, value: [true, false, tags.null] });
  });

  it('has no tag of several bytes', () => {
    expect(reading('1f0100', (reader) => reader.any('it'))).toMatchObject(wrong);
    expect(reading('bf8100', (reader) => reader.any('it'))).toMatchObject(wrong);
  });

  it('is known by its number in a context, around another or in place of its tag', () => {
    expect([contextTag(0), contextTag(3), primitiveContextTag(1)]).toEqual([0xa0, 0xa3, 0x81]);
  });

  it('is read whole, or inside to its end', () => {
    const inside = (reader: DerReader): string => hexOf(reader.whole(tags.null, 'it'));
    expect(reading('30020500', (reader) => reader.inside(tags.sequence, 'list', inside))).toEqual({
      ...fine,
      value: '0500',
    });
    expect(reading('300405000500', (reader) => reader.inside(tags.sequence, 'list', inside))).toEqual({
      value: '0500',
      fault: 'list: bytes left over',
    });
  });

  it('is a view of the bytes given', () => {
    const given = bytes('0402aabb');
    expect(new DerReader(given).content(tags.octetString, 'it').buffer).toBe(given.buffer);
  });

  it('may be nested 24 deep, and no deeper', () => {
    const descend = (reader: DerReader): void => {
      if (reader.isNext(tags.sequence)) reader.inside(tags.sequence, 'it', descend);
    };
    const nested = (depth: number): string =>
      depth === 0 ? '' : `30${(2 * depth - 2).toString(16).padStart(2, '0')}${nested(depth - 1)}`;
    expect(reading(nested(24), descend)).toMatchObject(fine);
    expect(reading(nested(25), descend)).toMatchObject({ fault: 'nested too deeply' });
  });

  it('may come as many times as is allowed', () => {
    const each = (reader: DerReader): number => reader.each('it', 2, (inner) => inner.content(tags.null, 'it')).length;
    expect(reading('', each)).toEqual({ ...fine, value: 0 });
    expect(reading('05000500', each)).toEqual({ ...fine, value: 2 });
    expect(reading('050005000500', each)).toMatchObject({ fault: 'it: too many' });
  });
});

describe('a fault', () => {
  it('is the first there was, and ends every reader of the document', () => {
    const reader = new DerReader(bytes('3002050004020102'));
    reader.inside(tags.sequence, 'list', (inner) => {
      inner.fail('first');
      inner.fail('second');
      expect(inner.isAtEnd).toBe(true);
    });
    expect(reader.isAtEnd).toBe(true);
    expect(reader.content(tags.octetString, 'it')).toHaveLength(0);
    expect(reader.refusal('document')).toEqual({ ok: false, reason: 'document: first' });
  });
});

describe('a number', () => {
  const integer = (hex: string): unknown => reading(hex, (reader) => hexOf(reader.integer('it')));
  it.each(['00', '7f', '80', 'ff', '0080', '00ff', 'ff7f', '0100'])('is read when it is written %s', (hex) => {
    expect(integer(`02${(hex.length / 2).toString().padStart(2, '0')}${hex}`)).toEqual({ ...fine, value: hex });
  });
  it.each(['0200', '02020000', '0202007f', '0202ffff', '0202ff80'])('is refused when it is written %s', (hex) => {
    expect(integer(hex)).toEqual({ ...wrong, value: '' });
  });

  const small = (hex: string, most: number): unknown => reading(hex, (reader) => reader.smallInteger('it', most));
  it.each([
    ['020100', 0, 0],
    ['02017f', 127, 127],
    ['02020080', 128, 128],
    ['02047fffffff', 2 ** 31 - 1, 2 ** 31 - 1],
  ])('is at most what is allowed: %s', (hex, most, value) => {
    expect(small(hex, most)).toEqual({ ...fine, value });
  });
  it.each([
    ['020101', 0],
    ['0201ff', 10],
    ['0204ff7fffff', 2 ** 31 - 1],
    ['02050100000000', 2 ** 31 - 1],
  ])('is refused beyond: %s', (hex, most) => {
    expect(small(hex, most)).toEqual({ ...wrong, value: 0 });
  });
});

describe('a truth value', () => {
  const boolean = (hex: string): unknown => reading(hex, (reader) => reader.boolean('it'));
  it('is written in one way', () => {
    expect(boolean('0101ff')).toEqual({ ...fine, value: true });
    expect(boolean('010100')).toEqual({ ...fine, value: false });
    for (const hex of ['0100', '010101', '0102ffff', '01020000'])
      expect(boolean(hex)).toEqual({ ...wrong, value: false });
  });
});

describe('an object identifier', () => {
  const oid = (hex: string): unknown => reading(hex, (reader) => reader.oid('it'));
  it.each([
    ['060100', '0.0'],
    ['060127', '0.39'],
    ['060128', '1.0'],
    ['06014f', '1.39'],
    ['060150', '2.0'],
    ['06028837', '2.999'],
    ['06062a864886f70d', '1.2.840.113549'],
    ['0613698325a0f0e1a5b0f0e1a5b0f0e1a5b0f0e14c', '2.25.'],
  ])('%s is %s', (hex, value) => {
    expect(oid(hex)).toMatchObject({ ...fine, value: expect.stringContaining(value) as unknown });
  });
  it.each(['0600', '060180', '06022a80', '06032a8001', '0602802a', `0641${'2a'.repeat(65)}`])(
    '%s is refused',
    (hex) => {
      expect(oid(hex)).toEqual({ ...wrong, value: '' });
    },
  );
  it('may have 64 bytes', () => {
    expect(oid(`0640${'2a'.repeat(64)}`)).toMatchObject(fine);
  });
});

describe('bits', () => {
  it('are whole octets', () => {
    const bits = (hex: string): unknown => reading(hex, (reader) => hexOf(reader.octetsOfBits('it')));
    expect(bits('030200aa')).toEqual({ ...fine, value: 'aa' });
    for (const hex of ['0300', '030201aa']) expect(bits(hex)).toMatchObject(wrong);
  });
});

describe('the order of a set', () => {
  it.each([
    ['01', '02', true],
    ['02', '01', false],
    ['01', '01', false],
    ['01', '0100', true],
    ['0100', '01', false],
    ['', '00', true],
    ['', '', false],
    ['0102', '0101ff', false],
  ])('%s before %s: %s', (one, other, before) => {
    expect(comesBefore(bytes(one), bytes(other))).toBe(before);
  });
});

it('reads anything at all without an exception', () => {
  const walk = (reader: DerReader): void => {
    reader.each('it', 100, (each) => {
      const { tag, content } = each.any('it');
      if ((tag & 0x20) !== 0) each.within(content, 'it', walk);
    });
  };
  fc.assert(fc.property(fc.uint8Array({ maxLength: 200 }), (any) => walk(new DerReader(any))));
});
