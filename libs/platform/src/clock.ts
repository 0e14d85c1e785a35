import type { Instant } from '#domain/kernel/event.ts';

/** The only source of "now". Tests and the sample province put in their own. */
export interface Clock {
  now(): Instant;
}

export const systemClock: Clock = { now: () => new Date().toISOString() };
