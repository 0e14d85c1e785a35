import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { packIntoLanes, placeOf, positionOf, rowsBy, spanOf, ticksOf, type Stretch } from './layout.ts';

const day = (n: number): string => new Date(Date.UTC(2025, 5, 1 + n)).toISOString();
const stretch = (from: number, to: number | null): Stretch => ({
  beganAt: day(from),
  endedAt: to === null ? null : day(to),
});

const ended = ({ endedAt }: Stretch): string => endedAt ?? '';

describe('the drawn period', () => {
  it('reaches from the first beginning to now when something still runs, and to a deadline beyond it', () => {
    expect(spanOf([stretch(2, 3), stretch(3, null)], [], day(7))).toEqual({
      from: Date.parse(day(2)),
      to: Date.parse(day(7)),
    });
    expect(spanOf([stretch(2, null)], [day(9)], day(7)).to).toBe(Date.parse(day(9)));
  });

  it('does not reach to now when everything has ended', () =>
    expect(spanOf([stretch(2, 3)], [], day(7)).to).toBe(Date.parse(day(3))));

  it('is never empty, even for a single moment or for nothing', () => {
    for (const span of [spanOf([stretch(2, 2)], [], day(7)), spanOf([], [], day(7))])
      expect(span.to).toBeGreaterThan(span.from);
  });
});

describe('a place on the period', () => {
  const span = spanOf([stretch(0, 10)], [], day(10));

  it('is in percent', () => {
    expect(placeOf(stretch(2, 7), span, day(10))).toEqual({ left: 20, width: 50 });
    expect(placeOf(stretch(9, null), span, day(10))).toEqual({ left: 90, width: 10 });
  });

  it('stays inside, whatever the moments', () => {
    expect(positionOf(day(-4), span)).toBe(0);
    expect(positionOf(day(40), span)).toBe(100);
    expect(placeOf({ beganAt: day(8), endedAt: day(5) }, span, day(10)).width).toBe(0);
  });
});

describe('lanes', () => {
  it('reuses the first row that is free', () =>
    expect(packIntoLanes([stretch(0, 5), stretch(1, 3), stretch(3, 4), stretch(4, null)], day(9))).toEqual([
      0, 1, 1, 1,
    ]));

  it('never lets two stretches of one row overlap', () =>
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(60), fc.nat(20))), (drawn) => {
        const stretches = drawn.map(([from, length]) => stretch(from, from + length));
        const lanes = packIntoLanes(stretches, day(100));
        const overlapping = stretches.flatMap((a, i) =>
          stretches.filter((b, j) => i < j && lanes[i] === lanes[j] && ended(a) > b.beganAt && ended(b) > a.beganAt),
        );
        expect(overlapping).toEqual([]);
      }),
    ));
});

it('ticks lie evenly between both ends', () => {
  const ticks = ticksOf({ from: Date.parse(day(0)), to: Date.parse(day(8)) }, 5);
  expect(ticks.map(({ left }) => left)).toEqual([0, 25, 50, 75, 100]);
  expect(ticks.map(({ at }) => at)).toEqual([day(0), day(2), day(4), day(6), day(8)]);
});

it('rows keep the order in which holders first appear', () => {
  const held = [
    { ...stretch(0, 1), holder: 'b' },
    { ...stretch(1, 2), holder: 'a' },
    { ...stretch(2, 3), holder: 'b' },
  ];
  expect(rowsBy(held, ({ holder }) => holder).map(({ key, stretches }) => [key, stretches.length])).toEqual([
    ['b', 2],
    ['a', 1],
  ]);
});
