import { hashBytes } from '#evidence/tree/node.ts';
import { tileWidth, type Tile } from '#evidence/tree/tiles.ts';
import { TileNodes, tileHeight } from './tile-nodes.ts';

export type TileBytes = { readonly tile: Tile; readonly bytes: Uint8Array };
/** The bytes of the partial tile at the right edge, by tile level; empty where the last tile is full. */
export type Edges = readonly Uint8Array[];

const tileBytes = tileWidth * hashBytes;
const nothing = new Uint8Array(0);

export const joined = (parts: readonly Uint8Array[]): Uint8Array => {
  const bytes = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
};

/** Hashes of a level in a tree of this size. */
export const hashesAt = (level: number, size: bigint): bigint => size >> BigInt(tileHeight * level);

/** The partial tiles of a tree of this size with these edges. */
export const partialTiles = (size: bigint, edges: Edges): readonly TileBytes[] =>
  edges.flatMap((bytes, level) =>
    bytes.length === 0
      ? []
      : [{ tile: { level, index: hashesAt(level, size) >> 8n, width: bytes.length / hashBytes }, bytes }],
  );

/**
 * What more leaves make of a tree: the tiles that become full, those of a level after all of the level below, and
 * the new right edge. Pure; hashes each leaf's share once.
 */
export const grow = (
  size: bigint,
  edges: Edges,
  leaves: readonly Uint8Array[],
): { readonly full: readonly TileBytes[]; readonly edges: Edges } => {
  const full: TileBytes[] = [];
  const edge: Uint8Array[] = [...edges];
  let added = leaves;
  for (let level = 0; added.length > 0; level += 1) {
    const bytes = joined([edge[level] ?? nothing, ...added]);
    const above: Uint8Array[] = [];
    let index = hashesAt(level, size) >> 8n;
    let at = 0;
    for (; at + tileBytes <= bytes.length; at += tileBytes) {
      const tile = bytes.subarray(at, at + tileBytes);
      full.push({ tile: { level, index, width: tileWidth }, bytes: tile });
      above.push(new TileNodes(tile).root());
      index += 1n;
    }
    edge[level] = bytes.slice(at);
    added = above;
  }
  return { full, edges: edge };
};
