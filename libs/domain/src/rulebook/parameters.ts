import type { ObligationId } from '../kernel/citation.ts';

/** What a value may be: a switch, or a whole number within bounds, the unit last in the name. */
export type ParameterKind =
  { readonly kind: 'switch' } | { readonly kind: 'count'; readonly min: number; readonly max: number };

const onOff: ParameterKind = { kind: 'switch' };
const count = (min: number, max: number): ParameterKind => ({ kind: 'count', min, max });

/**
 * What an instrument may set per duty. Each has a default in the rule that reads it, for instruments that lay
 * the duty without a number; a name that no rule reads would look like an order and do nothing. Two say for people
 * what the text says: whether exceptions are written out (R05), and whether review needs consequences (R45).
 */
const byDuty: Readonly<Record<ObligationId, Readonly<Record<string, ParameterKind>>>> = {
  R05: { exceptionsWritten: onOff },
  R06: { returnWorkingDays: count(0, 60), urgentWorkingHours: count(1, 80) },
  R10: { maxHops: count(1, 50) },
  R11: { maxRoundsSameBody: count(1, 20) },
  R14: { maxRoundsSameBody: count(1, 20) },
  R15: { reminderWorkingDaysBefore: count(0, 60) },
  R16: { contestWorkingDays: count(1, 60) },
  R20: { fullConsensus: onOff },
  R24: { finishedForGoodWorkingDays: count(1, 500) },
  R25: { reminderWorkingDaysBefore: count(0, 60) },
  R28: { linkWorkingDays: count(0, 60) },
  R29: { reportWithinWorkingDays: count(1, 60) },
  R33: { assignWorkingDays: count(0, 60), assignStepsWorkingDays: count(0, 250) },
  R45: { consequencesRequired: onOff },
  R62: { supplementsAllowed: count(0, 20) },
  R64: { inactionWorkingDays: count(1, 250) },
};
const forAnyDuty: Readonly<Record<string, ParameterKind>> = { rollOver: onOff };

/** null when no rule reads a parameter of this name for the duty. */
export const parameterOf = (obligation: ObligationId, name: string): ParameterKind | null => {
  const own = byDuty[obligation] ?? {};
  if (Object.hasOwn(own, name)) return own[name] ?? null;
  return Object.hasOwn(forAnyDuty, name) ? (forAnyDuty[name] ?? null) : null;
};

export const parameterNames = (obligation: ObligationId): readonly string[] => [
  ...Object.keys(byDuty[obligation] ?? {}),
  ...Object.keys(forAnyDuty),
];

/** Every parameter there is, as `[duty, name]`; `*` is any duty. */
export const everyParameter: readonly (readonly [string, string])[] = Object.entries({
  ...byDuty,
  '*': forAnyDuty,
}).flatMap(([obligation, named]) => Object.keys(named).map((name) => [obligation, name] as const));

export const fits = (value: unknown, kind: ParameterKind): value is number | boolean =>
  kind.kind === 'switch'
    ? typeof value === 'boolean'
    : typeof value === 'number' && Number.isInteger(value) && value >= kind.min && value <= kind.max;
