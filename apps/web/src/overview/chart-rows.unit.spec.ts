import { expect, it } from '@jest/globals';
import type { UnitWorkload } from '#contracts/views.ts';
import { chartRows, drawnUnits, shortName } from './chart-rows.ts';

const workload = (id: string, name: string | null, holding: number, overdue: number): UnitWorkload => ({
  unit: { id, name },
  holding,
  overdue,
  received: 0,
  passedOn: 0,
  returned: 0,
  completed: 0,
  completedLate: 0,
  medianHeldMs: null,
});

it('draws the units that hold most, overdue apart from in time', () =>
  expect(chartRows([workload('a', 'Sở A', 2, 0), workload('b', 'Sở B', 5, 3), workload('c', null, 2, 1)])).toEqual([
    { unit: 'Sở B', holding: 5, overdue: 3, onTime: 2 },
    { unit: 'c', holding: 2, overdue: 1, onTime: 1 },
    { unit: 'Sở A', holding: 2, overdue: 0, onTime: 2 },
  ]));

it('keeps two units of one name apart, as before and after a merger', () =>
  expect(
    chartRows([workload('old', 'Sở Nội vụ', 2, 0), workload('new', 'Sở Nội vụ', 1, 0)]).map((row) => row.unit),
  ).toEqual(['Sở Nội vụ', 'Sở Nội vụ (new)']));

it('draws no more than fit a screen', () =>
  expect(chartRows(Array.from({ length: 40 }, (_, n) => workload(`u${n}`, null, n, 0)))).toHaveLength(drawnUnits));

it('says when a name was cut', () => {
  expect(shortName('Sở Nội vụ', 9)).toBe('Sở Nội vụ');
  expect(shortName('Sở Nội vụ tỉnh', 11)).toBe('Sở Nội vụ…');
});
