import type { UnitId } from '../kernel/event.ts';

/** Everything that `next` leads to from the start, directly or step by step, each unit once; not the start itself. */
export const reachable = (start: UnitId, next: (unit: UnitId) => readonly UnitId[]): readonly UnitId[] => {
  const seen = new Set<UnitId>([start]);
  for (const unit of seen) for (const following of next(unit)) seen.add(following);
  seen.delete(start);
  return [...seen];
};

/** The set kept under the key, made when there is none yet. */
export const into = <K>(map: Map<K, Set<string>>, key: K): Set<string> => {
  const found = map.get(key) ?? new Set<string>();
  map.set(key, found);
  return found;
};
