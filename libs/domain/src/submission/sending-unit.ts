import { keeperOf, type RegisteredDossier } from '../dossier/evolve.ts';
import { actsFor } from '../kernel/case-actor.ts';
import type { Actor } from '../kernel/actor.ts';
import type { Instant, UnitId } from '../kernel/event.ts';
import type { Reference } from '../reference.ts';
import type { EscalatingMove } from './commands.ts';
import { isForwarding } from './gate.ts';
import type { Submitted } from './judged.ts';

/** The unit that lets go of the dossier: its keeper, or the unit that took the keeper over and now acts for it. */
export const sendingUnit = (
  reference: Reference,
  dossier: RegisteredDossier,
  { actor, at }: { readonly actor: Actor; readonly at: Instant },
): UnitId | null => {
  const { unit } = keeperOf(dossier);
  return unit !== null && actsFor(reference, actor, unit, at) ? actor.unit : unit;
};

/** The unit that submits a matter of its own out of its house; null for every other move, an Office's forwarding included. */
export const submittingUnit = (judged: Submitted<EscalatingMove>): UnitId | null => {
  const { command, dossier, facts } = judged;
  const from = sendingUnit(facts.reference, dossier, command);
  return command.type === 'submit' && command.to.unit !== from && !isForwarding(judged) ? from : null;
};
