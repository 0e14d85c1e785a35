import type { Clock } from '#platform/clock.ts';

/** Events in one batch, at least, at first and at most. */
const batchEvents = { least: 500, first: 2_000, most: 16_000 } as const;
/** Events of a step at most, however fast they go in. */
const stepEvents = 100_000;
/** A step ends in half an interval, and a batch is to take a tenth of one. */
const stepShare = 1 / 2;
const batchShare = 1 / 10;

/**
 * Acts per second from which on the ledger is busy. Then batches are the least there are, and the map has a twentieth
 * of the time: who appends shares processor and disk with the database's part of it, which nothing else holds back.
 */
const busyPerSecond = 10;
const restWhileBusy = 19;

type Parts = { readonly clock: Clock; readonly checkpointIntervalMs: number };

export type StepPace = {
  goesOn(): boolean;
  /** How many events to take in next. */
  batch(): number;
  /** After a batch: how long to rest, in milliseconds. `head`: of the ledger, now. */
  taken(events: number, head: bigint): number;
};

/** How much of the subject map is made at a time, learned from how long it took before and how much comes in. */
export class MapPace {
  #batch: number = batchEvents.first;
  #restUntil = -Infinity;
  #seen: { readonly head: bigint; readonly at: number } | null = null;
  #busy = false;

  constructor(private readonly parts: Parts) {}

  /** How many events could be taken in now, one batch and no rest. `head`: of the ledger. */
  atOnce(head: bigint): number {
    this.#look(head);
    return this.#rests() ? 0 : this.#size();
  }

  /** `head`: of the ledger, now. */
  step(head: bigint): StepPace {
    const { checkpointIntervalMs: interval } = this.parts;
    this.#look(head);
    const end = this.#now() + interval * stepShare;
    let left = stepEvents;
    let begin = this.#now();
    return {
      goesOn: () => {
        begin = this.#now();
        return left > 0 && begin < end && !this.#rests();
      },
      batch: () => Math.min(this.#size(), left),
      taken: (events, newHead) => {
        const now = this.#now();
        left -= events;
        this.#learn(events, now - begin, interval * batchShare);
        this.#look(newHead);
        const rest = this.#busy ? Math.min(restWhileBusy * (now - begin), this.#mostRest()) : 0;
        // What a step has no time for is rested before the next one begins.
        this.#restUntil = now + rest;
        return Math.max(0, Math.min(rest, end - now));
      },
    };
  }

  #size(): number {
    return this.#busy ? batchEvents.least : this.#batch;
  }

  #mostRest(): number {
    return restWhileBusy * this.parts.checkpointIntervalMs;
  }

  /** Only for those who append; and a clock that was set back must not make a rest longer than any rest is. */
  #rests(): boolean {
    const left = this.#restUntil - this.#now();
    return this.#busy && left > 0 && left <= this.#mostRest();
  }

  #look(head: bigint): void {
    const at = this.#now();
    const seen = this.#seen ?? { head, at };
    if (at > seen.at) this.#busy = (Number(head - seen.head) * 1_000) / (at - seen.at) >= busyPerSecond;
    // Without time between them two looks say nothing; and a clock that was set back begins anew.
    if (at !== seen.at || this.#seen === null) this.#seen = { head, at };
  }

  #learn(events: number, took: number, wanted: number): void {
    if (took > wanted) this.#batch = Math.max(batchEvents.least, this.#batch >> 1);
    else if (took * 2 < wanted && events === this.#batch) this.#batch = Math.min(batchEvents.most, this.#batch * 2);
  }

  #now(): number {
    return Date.parse(this.parts.clock.now());
  }
}
