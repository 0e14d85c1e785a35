import { isDay, isInstant } from '../../time/instant.ts';
import { objection } from '../rule.ts';
import { findText } from '../texts-in.ts';

const instantFields = new Set([
  'at',
  'receivedAt',
  'registeredAt',
  'deadline',
  'dueAt',
  'validFrom',
  'validTo',
  'revokedAt',
  'heldAt',
  'newAppointment',
]);
const dayFields = new Set(['issuedOn']);

const isMalformed = (text: string, field: string): boolean =>
  (instantFields.has(field) && !isInstant(text)) || (dayFields.has(field) && !isDay(text));

/** Moments are compared as text, which holds only for well-formed Instants; days must exist in the calendar. */
export const wellFormedMoments = ({ command }: { readonly command: object }) => {
  const wrong = findText(command, isMalformed);
  return wrong ? objection('act.moment-malformed', { field: wrong.path, value: wrong.text }) : null;
};
