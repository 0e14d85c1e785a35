import { factsFor } from '../dossier/facts.ts';
import { holderActs } from '../dossier/rules/holder-acts.ts';
import type { ConfirmReceipt } from '../dossier/commands.ts';
import { keeperOf } from '../dossier/evolve.ts';
import { momentWithinCustody } from '../dossier/rules/moment-within-custody.ts';
import { yoursObjection } from '../kernel/case-actor.ts';
import type { SubmissionCommand } from './commands.ts';
import type { Submitted } from './judged.ts';

/** Who may dispose of the dossier, by the very rule of custody (docs/decisions/0011). */
export const holderAnswers = ({ command: { at, actor }, dossier, facts }: Submitted<SubmissionCommand>) => {
  if (facts.imported) return null;
  const command: ConfirmReceipt = { type: 'confirm-receipt', at, actor, arrivalNumber: null };
  const { now, reference } = facts;
  const asked = factsFor(reference.organisation, { command, state: dossier, now, correctedEventType: null });
  return asked.imported ? null : holderActs({ command, dossier, facts: asked, organisation: asked.organisation });
};

/** Somebody of the unit that has the dossier, or of one that took it over. */
export const holdingUnitActs = ({ command, dossier, facts }: Submitted<SubmissionCommand>) =>
  yoursObjection([keeperOf(dossier).unit ?? ''], { command, facts });

/** … or of another unit that the act concerns. */
export const holdingUnitOr =
  <C extends SubmissionCommand>(others: (judged: Submitted<C>) => readonly (string | null)[]) =>
  (judged: Submitted<C>) => {
    const { command, dossier, facts } = judged;
    const units = [keeperOf(dossier).unit, ...others(judged)].filter((unit) => unit !== null);
    return yoursObjection([...new Set(units)], { command, facts });
  };

export const withinCustody = ({ command: { at, actor }, dossier }: Submitted<SubmissionCommand>) =>
  momentWithinCustody({ command: { type: 'confirm-receipt', at, actor, arrivalNumber: null }, dossier });
