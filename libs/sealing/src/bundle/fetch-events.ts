import type { BundleEvent } from '#evidence/bundle/bundle.ts';
import type { EventStore } from '#store/event-store.ts';

/** Strangers between two events of a bundle that are read along rather than asked around. */
const nearEvents = 16n;
/** Most events asked for at once, and how many questions at a time. */
const runEvents = 1_000n;
const questions = 4;

type Run = { readonly from: bigint; to: bigint };

const runsOf = (positions: readonly bigint[]): readonly Run[] => {
  const runs: Run[] = [];
  for (const position of positions) {
    const last = runs.at(-1);
    if (last !== undefined && position - last.to <= nearEvents && position - last.from < runEvents)
      last.to = position + 1n;
    else runs.push({ from: position, to: position + 1n });
  }
  return runs;
};

/** The events at these positions, ascending, as they lie in the store. */
export const fetchEvents = async (store: EventStore, positions: readonly bigint[]): Promise<readonly BundleEvent[]> => {
  const wanted = new Set(positions);
  const read = async ({ from, to }: Run): Promise<readonly BundleEvent[]> => {
    const found: BundleEvent[] = [];
    for await (const { position, canonical, openings } of store.readRaw({
      fromPosition: from,
      limit: Number(to - from),
    }))
      if (wanted.has(position)) found.push({ position, canonical, openings });
    return found;
  };
  const runs = runsOf(positions);
  const events: BundleEvent[] = [];
  for (let at = 0; at < runs.length; at += questions)
    events.push(...(await Promise.all(runs.slice(at, at + questions).map(read))).flat());
  if (events.length !== positions.length)
    throw new RangeError(`the store has ${events.length} of ${positions.length} events asked for`);
  return events;
};
