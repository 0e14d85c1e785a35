import type { Clock } from '#platform/clock.ts';

/** Events in one batch, at least, at first and at most. */
const batchEvents = { least: 500, first: 2_000, most: 16_000 } as const;
/** Events of a step at most, however fast they go in. */
const stepEvents = 100_000;
/** A step ends in half an interval, and a batch is to take a tenth of one. */
const stepShare = 1 / 2;
const batchShare = 1 / 10;
/** While acts come in, a batch is followed by a rest of so many times its length: what acts wait for goes first. */
const restWhileBusy = 4;

type Parts = { readonly clock: Clock; readonly checkpointIntervalMs: number };

export type StepPace = {
  goesOn(): boolean;
  /** How many events to take in next. */
  batch(): number;
  /** After a batch: how long to rest, in milliseconds. `busy`: acts came in meanwhile. */
  taken(events: number, busy: boolean): number;
};

/** How much of the subject map is made at a time, learned from how long it took before. */
export class MapPace {
  #batch: number = batchEvents.first;

  constructor(private readonly parts: Parts) {}

  step(): StepPace {
    const { checkpointIntervalMs: interval } = this.parts;
    const end = this.#now() + interval * stepShare;
    let left = stepEvents;
    let begin = this.#now();
    return {
      goesOn: () => {
        begin = this.#now();
        return left > 0 && begin < end;
      },
      batch: () => Math.min(this.#batch, left),
      taken: (events, busy) => {
        const now = this.#now();
        left -= events;
        this.#learn(events, now - begin, interval * batchShare);
        return busy ? Math.max(0, Math.min(restWhileBusy * (now - begin), end - now)) : 0;
      },
    };
  }

  #learn(events: number, took: number, wanted: number): void {
    if (took > wanted) this.#batch = Math.max(batchEvents.least, this.#batch >> 1);
    else if (took * 2 < wanted && events === this.#batch) this.#batch = Math.min(batchEvents.most, this.#batch * 2);
  }

  #now(): number {
    return Date.parse(this.parts.clock.now());
  }
}
