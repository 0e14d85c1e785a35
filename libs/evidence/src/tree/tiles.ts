import { asSize } from './size.ts';

/** A tile of C2SP tlog-tiles: hashes of one level, 256 wide or, at the right edge of a tree, fewer. */
export type Tile = { readonly level: number; readonly index: bigint; readonly width: number };
export const tileWidth = 256;

const elementsOf = (index: bigint): string => {
  const groups: string[] = [];
  for (let rest = index; groups.length === 0 || rest > 0n; rest /= 1000n)
    groups.unshift(String(rest % 1000n).padStart(3, '0'));
  return groups.map((group, at) => (at < groups.length - 1 ? `x${group}` : group)).join('/');
};

/** `tile/<level>/<index>[.p/<width>]`. Throws RangeError for what no tile can be. */
export const tilePath = ({ level, index, width }: Tile): string => {
  const fits = Number.isInteger(level) && level >= 0 && level <= 63 && asSize(index) !== null;
  if (!fits || !Number.isInteger(width) || width < 1 || width > tileWidth) throw new RangeError('no such tile');
  return `tile/${level}/${elementsOf(index)}${width < tileWidth ? `.p/${width}` : ''}`;
};

const shape = /^tile\/(0|[1-9]\d?)\/((?:x\d{3}\/)*)(\d{3})(?:\.p\/([1-9]\d{0,2}))?$/;

/** The tile a path names; null for any other path, one with needless zeros included. */
export const parseTilePath = (path: string): Tile | null => {
  const found = shape.exec(path);
  if (found === null) return null;
  const [, level = '', higher = '', last = '', width = String(tileWidth)] = found;
  const index = BigInt(higher.replaceAll(/[x/]/g, '') + last);
  if (Number(level) > 63 || asSize(index) === null || Number(width) > tileWidth) return null;
  const tile: Tile = { level: Number(level), index, width: Number(width) };
  return tilePath(tile) === path ? tile : null;
};

/** Every tile of the tree of `size` at the level, the partial one last; what the level above is made of. */
export const tilesAt = (level: number, size: bigint): { readonly full: bigint; readonly partial: number } => {
  const hashes = asSize(size) === null ? 0n : size >> BigInt(8 * level);
  return { full: hashes >> 8n, partial: Number(hashes & 255n) };
};
