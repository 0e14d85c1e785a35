import { setImmediate } from 'node:timers/promises';
import { emptyChain, extendChain } from '#evidence/subject/chain.ts';
import type { Concerned } from './concerned.ts';
import type { Extended, SubjectRow } from './index-rows.ts';
import { keyText } from './map-page.ts';

/** Subjects extended in one go: a few milliseconds, after which whoever appends has a turn. */
const inOneGo = 512;

type FindSubjects = (keys: readonly string[]) => Promise<ReadonlyMap<string, SubjectRow>>;

/** Every subject concerned with its chain extended; new ones get the next ids from `subjects` on. */
export const extendChains = async (
  find: FindSubjects,
  concerned: Concerned,
  subjects: bigint,
): Promise<readonly Extended[]> => {
  const named = [...concerned].map(([name, links]) => ({ name, links, key: keyText(name) }));
  const known = await find(named.map(({ key }) => key));
  const extended: Extended[] = [];
  let nextId = subjects;
  for (const { name, links, key } of named) {
    const found = known.get(key);
    const { id, chain } = found ?? { id: nextId++, chain: emptyChain };
    extended.push({
      isNew: found === undefined,
      id,
      key,
      name,
      chain: links.reduce((head, { position, leaf }) => extendChain(head, position, leaf), chain),
      positions: links.map(({ position }) => position),
    });
    if (extended.length % inOneGo === 0) await setImmediate();
  }
  return extended;
};
