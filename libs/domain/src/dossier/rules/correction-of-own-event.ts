import { objection } from '../../kernel/rule.ts';
import type { CorrectDossier } from '../commands.ts';
import type { DossierEvent } from '../events.ts';
import type { Judged } from '../judged.ts';

/** Which stated values an event carries that a later one may put right; all others are only marked as wrong. */
const registrationFields = [
  'subject',
  'issuer',
  'number',
  'symbol',
  'dossierType',
  'urgency',
  'receivedAt',
  'deadline',
];
const correctable: Partial<Record<DossierEvent['type'], readonly string[]>> = {
  'dossier.registered': registrationFields,
  'dossier.corrected': registrationFields,
  'dossier.reopened': ['deadline'],
};

/** Handbook, Fairness 10: a correction names an event of this very dossier, and only values which that event states. */
export const correctionOfOwnEvent = ({ command, facts }: Pick<Judged<CorrectDossier>, 'command' | 'facts'>) => {
  const type = facts.correctedEventType;
  if (type === null) return objection('correction.event-unknown', { event: command.correctsEventId });
  const foreign = Object.keys(command.changes).find((field) => !correctable[type]?.includes(field));
  return foreign === undefined ? null : objection('correction.field-not-of-event', { field: foreign, event: type });
};
