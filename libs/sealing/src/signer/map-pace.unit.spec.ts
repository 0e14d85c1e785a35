import { beforeEach, describe, expect, it } from '@jest/globals';
import { MapPace } from './map-pace.ts';

let now: number;
const clock = { now: () => new Date(now).toISOString() };
const pace = (): MapPace => new MapPace({ clock, checkpointIntervalMs: 10_000 });

beforeEach(() => {
  now = Date.parse('2026-03-02T01:00:00.000Z');
});

/** Sizes of the batches of one step, and the rests after them; time goes by for both. */
const stepOf = (over: MapPace, took: (events: number) => number, busy = false) => {
  const step = over.step();
  const batches: number[] = [];
  const rests: number[] = [];
  while (step.goesOn()) {
    const events = step.batch();
    now += took(events);
    const rest = step.taken(events, busy);
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

  it('rests four times as long as it works while acts come in, within the step', () => {
    const begin = now;
    expect(stepOf(pace(), () => 600, true).rests).toEqual([2_400, 1_400]);
    expect(now - begin).toBe(5_000);
  });
});
