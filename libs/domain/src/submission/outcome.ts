import { keeperOf } from '../dossier/evolve.ts';
import type { Holder } from '../dossier/events.ts';
import { saidIn } from '../kernel/case-act.ts';
import type { UnitId } from '../kernel/event.ts';
import type { EscalatingMove, NoteCommand, StatedGround } from './commands.ts';
import type { EscalationStated, SubmissionEvent } from './events.ts';
import { atGate } from './gate.ts';
import type { Submitted } from './judged.ts';
import { openDissents, type SubmissionState } from './state.ts';

const version = 1;

/** The next number, from 1, that nothing has taken. */
const freeNumber = (given: string | null, taken: readonly string[]): string => {
  if (given !== null) return given;
  let next = taken.length + 1;
  while (taken.includes(String(next))) next += 1;
  return String(next);
};

const holdingUnit = ({ dossier }: Pick<Submitted, 'dossier'>): UnitId => {
  const { unit } = keeperOf(dossier);
  if (unit === null) throw new Error(`dossier ${dossier.dossierId} is held without a unit: no rule lets this act pass`);
  return unit;
};

const submitterOf = (judged: Submitted<NoteCommand>): UnitId => {
  const gate = atGate(judged);
  if (gate === null)
    throw new Error(`dossier ${judged.dossier.dossierId} is not at the gate: no rule lets this act pass`);
  return gate.submitter;
};

const attemptIds = ({ attempts }: SubmissionState): readonly string[] => attempts.map(({ attemptId }) => attemptId);
const dissentIds = ({ dissents }: SubmissionState): readonly string[] => dissents.map(({ dissentId }) => dissentId);

/** The fact recorded when no rule objects to an act that leaves custody alone. MUST be asked only after the rules. */
export const noteOf = (judged: Submitted<NoteCommand>): SubmissionEvent => {
  const { command, submission } = judged;
  switch (command.type) {
    case 'record-coordination': {
      const attemptId = freeNumber(command.attemptId, attemptIds(submission));
      return { type: 'coordination.attempted', version, data: { ...saidIn(command), attemptId } };
    }
    case 'record-dissent': {
      const dissentId = freeNumber(command.dissentId, dissentIds(submission));
      return { type: 'dissent.recorded', version, data: { ...saidIn(command), dissentId } };
    }
    case 'resolve-dissent': {
      const unit = command.actor.unit ?? holdingUnit(judged);
      return { type: 'dissent.resolved', version, data: { ...saidIn(command), unit } };
    }
    case 'fail-consensus':
      return { type: 'consensus.failed', version, data: saidIn(command) };
    case 'accept-escalation':
      return { type: 'escalation.accepted', version, data: { unit: holdingUnit(judged), note: command.note } };
    case 'check-submission': {
      const { checklist } = command;
      const conforming = checklist.every(({ met }) => met);
      const data = { submitter: submitterOf(judged), checklist, openDissents: openDissents(submission), conforming };
      return { type: 'submission.checked', version, data };
    }
    case 'pass-review-level':
      return { type: 'review.level-passed', version, data: saidIn(command) };
    case 'request-supplement': {
      const ordinal = submission.supplements + 1;
      return { type: 'supplement.requested', version, data: { ...saidIn(command), ordinal } };
    }
    case 'issue-apology':
      return { type: 'apology.issued', version, data: saidIn(command) };
    case 'refuse-processing':
      return { type: 'processing.refused', version, data: { ...saidIn(command), unit: holdingUnit(judged) } };
    case 'record-objection':
      return { type: 'objection.recorded', version, data: saidIn(command) };
  }
};

/** Stands right after the move it explains. */
export const statementOf = (
  { command, dossier, submission }: Submitted<EscalatingMove>,
  { ground, explanation, attempts, dissents, direction, delegationId }: StatedGround,
): EscalationStated => ({
  type: 'escalation.stated',
  version,
  data: {
    by: command.type,
    from: keeperOf(dossier),
    to: command.to,
    ground,
    explanation,
    attempts,
    dissents,
    direction,
    delegationId,
    openDissents: openDissents(submission),
  },
});

/** The Office passes a submission on; what its check found unmet goes with it. */
export const forwardingOf = (submission: SubmissionState, submitter: UnitId, to: Holder): SubmissionEvent => ({
  type: 'submission.forwarded',
  version,
  data: {
    submitter,
    to,
    defects: (submission.check?.checklist ?? []).filter(({ met }) => !met).map(({ item }) => item),
  },
});
