import type { Actor } from '../../kernel/actor.ts';
import type { CaseFacts } from '../../kernel/aggregate.ts';
import { actsFor, leadsOwnUnit } from '../../kernel/case-actor.ts';
import type { Instant, UnitId } from '../../kernel/event.ts';
import { objection } from '../../kernel/rule.ts';

const watching: readonly string[] = ['province-office', 'inspectorate'];

type Asked = {
  readonly command: { readonly actor: Actor; readonly at: Instant };
  readonly facts: CaseFacts;
};

/**
 * Leads a unit above one of the sides, the Office of the People's Committee or the Inspectorate, and belongs to
 * neither side: nobody judges what they are party to (R16; handbook, Fairness 11).
 */
export const isAboveSides = (
  sides: readonly UnitId[],
  { command: { actor, at }, facts: { reference } }: Asked,
): boolean => {
  const { organisation } = reference;
  const { unit } = actor;
  if (unit === null || !leadsOwnUnit(reference, actor, at)) return false;
  if (sides.some((side) => actsFor(reference, actor, side, at))) return false;
  return (
    watching.includes(organisation.unitAt(unit, at)?.unitKind ?? '') ||
    sides.some((side) => organisation.superiorsOf(side).includes(unit))
  );
};

export const aboveSides = (sides: readonly UnitId[], asked: Asked) =>
  asked.facts.imported || isAboveSides(sides, asked)
    ? null
    : objection('consultation.not-entitled', { unit: asked.command.actor.unit ?? '', sides });
