import { beforeEach, describe, expect, it } from '@jest/globals';
import { MapPace } from './map-pace.ts';

let now: number;
const clock = { now: () => new Date(now).toISOString() };
const pace = (): MapPace => new MapPace({ clock, checkpointIntervalMs: 10_000 });

beforeEach(() => {
  now = Date.parse('2026-03-02T01:00:00.000Z');
});

/** Sizes of the batches of one step, and the rests after them; time goes by for both, and acts come in. */
const stepOf = (over: MapPace, took: (events: number) => number, actsPerSecond = 0) => {
  const head = (): bigint => BigInt(Math.floor((now / 1_000) * actsPerSecond));
  const step = over.step(head());
  const batches: number[] = [];
  const rests: number[] = [];
  while (step.goesOn()) {
    const events = step.batch();
    now += took(events);
    const rest = step.taken(events, head());
    now += rest;
    batches.push(events);
    rests.push(rest);
  }
  return { batches, rests };
};

describe('the pace of the map', () => {
  it('grows while batches are fast, and ends a step at so many events', () => {
    const { batches, rests } = stepOf(pace(), () => 10);
    expect(batches.slice(0, 5)).toEqual([2_000, 4_000, 8_000, 16_000, 16_000]);
    expect(batches.reduce((sum, each) => sum + each, 0)).toBe(100_000);
    expect(new Set(rests)).toEqual(new Set([0]));
  });

  it('shrinks while batches are slow, to no less than makes headway, and ends a step in half an interval', () => {
    const slow = pace();
    expect(stepOf(slow, () => 2_000).batches).toEqual([2_000, 1_000, 500]);
    expect(stepOf(slow, () => 20_000).batches).toEqual([500]);
  });

  it('has a twentieth of the time while acts come in, and takes the least there is at once', () => {
    const busy = pace();
    const begin = now;
    expect(stepOf(busy, () => 100, 1_000)).toEqual({ batches: [2_000, 500, 500], rests: [1_900, 1_900, 900] });
    expect(now - begin).toBe(5_000);
    // What the first step had no time for.
    expect(stepOf(busy, () => 100, 1_000)).toEqual({ batches: [], rests: [] });
    now += 1_000;
    expect(stepOf(busy, () => 100, 1_000).batches).toEqual([500, 500, 500]);
  });

  it('does not rest for a few acts, and forgets a busy time once it is over', () => {
    const over = pace();
    expect(stepOf(over, () => 1_000, 2).rests).toEqual([0, 0, 0, 0, 0]);
    stepOf(over, () => 4_000, 1_000);
    now += 10_000;
    expect(over.atOnce(BigInt(now))).toBe(0);
    now += 10_000;
    expect(new Set(stepOf(over, () => 1_000).rests)).toEqual(new Set([0]));
  });

  it('says how much goes in at once: a batch, and nothing while it rests', () => {
    const over = pace();
    expect(over.atOnce(0n)).toBe(2_000);
    now += 1_000;
    expect(over.atOnce(500n)).toBe(500);
    const step = over.step(500n);
    now += 400;
    step.taken(500, 900n);
    expect(over.atOnce(900n)).toBe(0);
    now += 19 * 400;
    expect(over.atOnce(900n)).toBe(2_000);
  });

  it('rests no longer for a clock that was set back', () => {
    const over = pace();
    stepOf(over, () => 4_000, 1_000);
    now -= 86_400_000;
    expect(over.step(0n).goesOn()).toBe(true);
  });
});
