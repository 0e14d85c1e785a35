import { keeperOf } from '../dossier/evolve.ts';
import type { Holder } from '../dossier/events.ts';
import type { UnitId } from '../kernel/event.ts';
import type { EscalatingMove, SubmissionCommand } from './commands.ts';
import type { Submitted } from './judged.ts';

/** A submission lying at the Office: its unit, and who submitted. */
export type AtGate = { readonly unit: UnitId; readonly submitter: UnitId; readonly from: Holder };

/**
 * The Office of a committee, of whatever level, is what the directory calls a `province-office`. What came to it
 * by submission from another unit, and is still there, stands at its gate; null for everything else.
 */
export const atGate = ({
  dossier,
  submission,
  facts,
}: Submitted<SubmissionCommand | EscalatingMove>): AtGate | null => {
  const { unit } = keeperOf(dossier);
  const { passing } = submission;
  if (unit === null || passing === null || passing.by !== 'submit' || passing.unit !== unit) return null;
  if (facts.reference.organisation.unit(unit)?.unitKind !== 'province-office') return null;
  return passing.from.unit === null ? null : { unit, submitter: passing.from.unit, from: passing.from };
};

/** A submission of another unit on its way through the Office, not a matter of the Office's own. */
export const isForwarding = (judged: Submitted<EscalatingMove>): boolean =>
  atGate(judged) !== null && leavesUpward(judged);

/** The move takes the dossier out of its unit to one above it. */
export const leavesUpward = ({
  command,
  dossier,
  facts,
}: Submitted<Extract<SubmissionCommand | EscalatingMove, { readonly to: unknown }>>): boolean => {
  const { unit } = keeperOf(dossier);
  const to = command.to?.unit ?? null;
  return unit !== null && to !== null && facts.reference.organisation.superiorsOf(unit).includes(to);
};
