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

  const beyond = 'it: longer than what holds it';
  const unbounded = 'it: the length is indefinite, cut off or beyond all bounds';
  const padded = 'it: the length is not in the fewest bytes';
  it.each([
    ['that is missing', '04', unbounded],
    ['beyond the end', '0401', beyond],
    ['beyond the end by one', '0402aa', beyond],
    ['that is indefinite', '0480aa0000', unbounded],
    ['that is indefinite, with 128 bytes after it', `0480${'aa'.repeat(128)}`, unbounded],
    ['of 127 in two bytes', `04817f${'aa'.repeat(127)}`, padded],
    ['of 128 in three', `04820080${'aa'.repeat(128)}`, padded],
    ['that is cut off', '0482', unbounded],
    ['that is cut off in the middle', '048201', unbounded],
    ['in five bytes', '048401000000aa', unbounded],
    ['in five bytes where one would do', '048400000001aa', unbounded],
    ['without bound', `04ff${'ff'.repeat(127)}`, unbounded],
    ['that leaves something', '0401aabb', 'document: bytes left over'],
  ])('is refused %s', (_, hex, fault) => {
    expect(content(hex)).toMatchObject({ fault });
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
    for (const hex of ['1f0100', 'bf8100'])
      expect(reading(hex, (reader) => reader.any('it').tag)).toEqual({ value: 0, fault: 'it: a tag of several bytes' });
  });

  it('must be there', () => {
    expect(reading('', (reader) => reader.any('it').tag)).toEqual({
      value: 0,
      fault: 'it: missing or of another kind',
    });
  });

  it('that says nothing holds nothing', () => {
    const nothing = (hex: string): unknown => reading(hex, (reader) => reader.null('it')).fault;
    expect(nothing('0500')).toBeNull();
    for (const hex of ['050100', '05020000', '05020500']) expect(nothing(hex)).toBe('it: NULL that holds something');
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

  it('leaves nothing to be read of what is there', () => {
    const reader = new DerReader(bytes('04020102'));
    reader.fail('first');
    expect(reader.isNext(tags.octetString)).toBe(false);
    expect(reader.whole(tags.octetString, 'it')).toHaveLength(0);
    expect(reader.any('it')).toEqual({ tag: 0, content: new Uint8Array(), whole: new Uint8Array() });
    expect(reader.fault).toBe('first');
  });
});

describe('a number', () => {
  const integer = (hex: string): unknown => reading(hex, (reader) => hexOf(reader.integer('it')));
  it.each(['00', '7f', '80', 'ff', '0080', '00ff', 'ff7f', '0100'])('is read when it is written %s', (hex) => {
    expect(integer(`02${(hex.length / 2).toString().padStart(2, '0')}${hex}`)).toEqual({ ...fine, value: hex });
  });
  it.each(['0200', '02020000', '0202007f', '0202ffff', '0202ff80'])('is refused when it is written %s', (hex) => {
    expect(integer(hex)).toEqual({ fault: 'it: not a number in the fewest bytes', value: '' });
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
    ['0201ff', 2 ** 31 - 1],
    ['020180', 2 ** 31 - 1],
    ['0204ff7fffff', 2 ** 31 - 1],
    ['02050080000000', 2 ** 31 - 1],
    ['02050100000000', 2 ** 31 - 1],
    [`027f7f${'ff'.repeat(126)}`, 2 ** 31 - 1],
    [`02820400${'7f'.repeat(1024)}`, 2 ** 31 - 1],
  ])('is refused beyond: %s', (hex, most) => {
    expect(small(hex, most)).toEqual({ fault: 'it: out of range', value: 0 });
  });
  it('is 0 when there is none to read', () => {
    expect(small('0200', 10)).toEqual({ fault: 'it: not a number in the fewest bytes', value: 0 });
  });
});

describe('a truth value', () => {
  const boolean = (hex: string): unknown => reading(hex, (reader) => reader.boolean('it'));
  it('is written in one way', () => {
    expect(boolean('0101ff')).toEqual({ ...fine, value: true });
    expect(boolean('010100')).toEqual({ ...fine, value: false });
    for (const hex of ['0100', '010101', '0102ffff', '01020000'])
      expect(boolean(hex)).toEqual({ fault: 'it: not a truth value', value: false });
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
    ['06042a818000', '1.2.16384'],
    ['06062a864886f70d', '1.2.840.113549'],
    ['060a2a82808080808080807f', '1.2.144115188075855999'],
  ])('%s is %s', (hex, value) => {
    expect(oid(hex)).toEqual({ ...fine, value });
  });
  it.each([
    ['0600', 'not an object identifier'],
    [`0641${'2a'.repeat(65)}`, 'not an object identifier'],
    ['060180', 'the object identifier is padded'],
    ['06032a8001', 'the object identifier is padded'],
    ['0602802a', 'the object identifier is padded'],
    ['060181', 'the object identifier is cut off'],
    ['06022a81', 'the object identifier is cut off'],
    ['06032a8180', 'the object identifier is cut off'],
  ])('%s is refused: %s', (hex, fault) => {
    expect(oid(hex)).toEqual({ fault: `it: ${fault}`, value: '' });
  });
  it('of a million bytes is refused unread', () => {
    const given = new Uint8Array(1_000_005).fill(0x81);
    given.set([tags.oid, 0x83, 0x0f, 0x42, 0x40]);
    const reader = new DerReader(given);
    expect(reader.oid('it')).toBe('');
    expect(reader.fault).toBe('it: not an object identifier');
  });
  it('may have 64 bytes', () => {
    expect(oid(`0640${'2a'.repeat(64)}`)).toMatchObject(fine);
  });
});

describe('bits', () => {
  it('are whole octets', () => {
    const bits = (hex: string): unknown => reading(hex, (reader) => hexOf(reader.octetsOfBits('it')));
    expect(bits('030200aa')).toEqual({ ...fine, value: 'aa' });
    for (const hex of ['0300', '030201aa']) expect(bits(hex)).toMatchObject({ fault: 'it: not whole octets' });
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
    ['0101ff', '0102', true],
    ['ff', '', false],
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
