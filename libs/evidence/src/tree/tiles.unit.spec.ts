import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { parseTilePath, tilePath, tilesAt } from './tiles.ts';

describe('the path of a tile', () => {
  it.each([
    [{ level: 0, index: 0n, width: 256 }, 'tile/0/000'],
    [{ level: 0, index: 1_234_067n, width: 256 }, 'tile/0/x001/x234/067'],
    [{ level: 1, index: 999n, width: 17 }, 'tile/1/999.p/17'],
    [{ level: 63, index: 1000n, width: 1 }, 'tile/63/x001/000.p/1'],
  ])('of %j is %s', (tile, path) => {
    expect(tilePath(tile)).toBe(path);
    expect(parseTilePath(path)).toEqual(tile);
  });

  it('is read back whatever the tile', () => {
    const tiles = fc.record({
      level: fc.integer({ min: 0, max: 63 }),
      index: fc.bigInt({ min: 0n, max: 2n ** 64n - 1n }),
      width: fc.integer({ min: 1, max: 256 }),
    });
    fc.assert(fc.property(tiles, (tile) => expect(parseTilePath(tilePath(tile))).toEqual(tile)));
  });

  it.each([
    'tile/00/000',
    'tile/64/000',
    'tile/0/00',
    'tile/0/x000/001',
    'tile/0/001.p/0',
    'tile/0/001.p/256',
    'tile/0/001.p/257',
    'tile/0/001.p/1000',
    'tile/0/001.p/01',
    'tile/0/1234',
    'tile/0/x001',
    'tile/0/000/',
    '/tile/0/000',
    'tile/0/000.p/',
    'tile/-1/000',
    'tile/0/000\n',
    'tile/entries/000',
    'tile/0/x018/x446/x744/x073/x709/x551/616',
  ])('is not %j', (path) => {
    expect(parseTilePath(path)).toBeNull();
  });

  it.each([
    { level: 64, index: 0n, width: 1 },
    { level: 0.5, index: 0n, width: 1 },
    { level: 0, index: -1n, width: 1 },
    { level: 0, index: 0n, width: 0 },
    { level: 0, index: 0n, width: 257 },
  ])('does not exist for %j', (tile) => {
    expect(() => tilePath(tile)).toThrow(RangeError);
  });
});

it('a tree of 70,000 leaves has the tiles its specification counts', () => {
  expect([0, 1, 2, 3].map((level) => tilesAt(level, 70_000n))).toEqual([
    { full: 273n, partial: 112 },
    { full: 1n, partial: 17 },
    { full: 0n, partial: 1 },
    { full: 0n, partial: 0 },
  ]);
  expect(tilesAt(0, 256n)).toEqual({ full: 1n, partial: 0 });
  expect(tilesAt(1, 256n)).toEqual({ full: 0n, partial: 1 });
});
