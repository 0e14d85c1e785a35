import { keeperOf } from '../../dossier/evolve.ts';
import type { Party } from '../../kernel/event.ts';
import { objection } from '../../kernel/rule.ts';
import type { PassReviewLevel, RecordObjection, RefuseProcessing } from '../commands.ts';
import type { Submitted } from '../judged.ts';

type Naming = PassReviewLevel | RefuseProcessing | RecordObjection;

const namedBy = (command: Naming): Party => {
  if (command.type === 'pass-review-level') return command.reviewer;
  return command.type === 'refuse-processing' ? command.recordedFor : command.objector;
};

/**
 * R33, R35, R64: an act recorded for somebody is recorded for a person serving where it was done — a review and a
 * refusal in the holding unit, an objection in the unit of the one who records it. Accounts are no persons, and
 * nobody is said to have refused or reviewed without a name (handbook, Fairness 7).
 */
export const personOfUnit = ({ command, dossier, facts }: Pick<Submitted<Naming>, 'command' | 'dossier' | 'facts'>) => {
  const party = namedBy(command);
  const unit = command.type === 'record-objection' ? command.actor.unit : keeperOf(dossier).unit;
  const id = party.kind === 'unknown' ? '—' : party.id;
  const serves =
    party.kind === 'officer' &&
    facts.reference.organisation
      .appointmentsOf(party.id, command.at)
      .some(
        ({ unitId }) =>
          unit !== null && [unit, ...facts.reference.organisation.successorsOf(unit, command.at)].includes(unitId),
      );
  return serves ? null : objection('person.not-of-unit', { person: id, unit: unit ?? '—', at: command.at });
};
