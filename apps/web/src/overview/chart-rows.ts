import type { UnitWorkload } from '#contracts/views.ts';

export type ChartRow = {
  readonly unit: string;
  readonly holding: number;
  readonly overdue: number;
  readonly onTime: number;
};

/** More bars than this no longer fit a screen; the table lists every unit. */
export const drawnUnits = 15;

/** The units that hold most, most first. Two units of one name stay two bars: the second is told apart by its id. */
export function chartRows(units: readonly UnitWorkload[]): readonly ChartRow[] {
  const seen = new Set<string>();
  return [...units]
    .sort((a, b) => b.holding - a.holding || b.overdue - a.overdue)
    .slice(0, drawnUnits)
    .map(({ unit, holding, overdue }) => {
      const name = unit.name ?? unit.id;
      const distinct = seen.has(name) ? `${name} (${unit.id})` : name;
      seen.add(distinct);
      return { unit: distinct, holding, overdue, onTime: holding - overdue };
    });
}

/** Cuts a long name at `length` letters, with the sign that something was cut. */
export function shortName(name: string, length: number): string {
  return name.length <= length ? name : `${name.slice(0, length - 1).trimEnd()}…`;
}
