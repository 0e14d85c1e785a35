import { emptySubtree, mapLeafHash, subjectKey } from '#evidence/subject/map.ts';
import type { ChainHead } from '#evidence/subject/chain.ts';
import { hashBytes, nodeHash } from '#evidence/tree/node.ts';

/** A subject at its place in the map: its key in hexadecimal digits, and what its leaf hashes to. */
export type PlacedSubject = { readonly key: string; readonly hash: Uint8Array };
/** What stands below one more digit of the key: one subject alone, or the page of two or more. */
export type Slot =
  ({ readonly kind: 'subject' } & PlacedSubject) | { readonly kind: 'page'; readonly hash: Uint8Array };

/**
 * Four levels of the map, one digit of the key: as many slots as digits. A page is written whole, so what
 * lies on the way to a subject is log16(subjects) rows instead of log2.
 */
export type MapPage = readonly (Slot | null)[];

export const pageSlots = 16;
export const emptyPage: MapPage = Array.from({ length: pageSlots }, () => null);

export const keyText = (subject: string): string => Buffer.from(subjectKey(subject)).toString('hex');

export const placed = (key: string, chain: ChainHead): PlacedSubject => ({
  key,
  hash: mapLeafHash({ key: Buffer.from(key, 'hex'), chain }),
});

/** Which slot of the page at `depth` digits a key belongs to. */
export const slotOf = (key: string, depth: number): number => Number.parseInt(key.charAt(depth), pageSlots);

/** The first place from `from` on where somebody is; `to` when nobody is. */
const nextTaken = (page: MapPage, from: number, to: number): number => {
  let at = from;
  while (at < to && page[at] === null) at += 1;
  return at;
};

/**
 * What the map's tree has over the slots [from, to): as `mapRoot` defines it, with pages for two subjects or more.
 * Runs for every page on the way to every subject, so it makes no lists.
 */
export const rootOfSlots = (page: MapPage, from = 0, to = pageSlots): Uint8Array => {
  const at = nextTaken(page, from, to);
  const first = at < to ? page[at] : null;
  if (first === null || first === undefined) return emptySubtree;
  const isAlone = nextTaken(page, at + 1, to) === to;
  if (isAlone && (first.kind === 'subject' || to - from === 1)) return first.hash;
  const middle = (from + to) >> 1;
  return nodeHash(rootOfSlots(page, from, middle), rootOfSlots(page, middle, to));
};

/** Siblings within the page on the way to a slot, from its root downward, until the subject there is alone. */
export const siblingsTo = (page: MapPage, slot: number): readonly Uint8Array[] => {
  const siblings: Uint8Array[] = [];
  let [from, to] = [0, pageSlots];
  const alone = (): boolean => {
    const taken = page.slice(from, to).filter((each) => each !== null);
    return taken.length === 1 && taken[0]?.kind === 'subject';
  };
  while (to - from > 1 && !alone()) {
    const middle = (from + to) >> 1;
    siblings.push(slot < middle ? rootOfSlots(page, middle, to) : rootOfSlots(page, from, middle));
    [from, to] = slot < middle ? [from, middle] : [middle, to];
  }
  return siblings;
};

const kinds = { empty: 0, subject: 1, page: 2 } as const;

/** Sixteen bytes that say what each slot holds, then key and hash of a subject, hash of a page. */
export const formatPage = (page: MapPage): Buffer => {
  const room = Buffer.allocUnsafe(pageSlots * (1 + 2 * hashBytes));
  let end = pageSlots;
  for (const [at, slot] of page.entries()) {
    room[at] = kinds[slot?.kind ?? 'empty'];
    if (slot?.kind === 'subject') end += room.write(slot.key, end, 'hex');
    if (slot === null) continue;
    room.set(slot.hash, end);
    end += hashBytes;
  }
  return room.subarray(0, end);
};

export const parsePage = (content: Buffer): MapPage => {
  let at = pageSlots;
  const next = (): Buffer => content.subarray(at, (at += hashBytes));
  return [...content.subarray(0, pageSlots)].map((kind) => {
    if (kind === kinds.empty) return null;
    if (kind === kinds.page) return { kind: 'page', hash: next() };
    return { kind: 'subject', key: next().toString('hex'), hash: next() };
  });
};
