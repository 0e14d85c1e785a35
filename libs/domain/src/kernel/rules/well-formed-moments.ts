import { isDay, isInstant } from '../../time/instant.ts';
import { leavesOf } from '../leaves.ts';
import { objection } from '../rule.ts';

const instantFields = new Set(['at', 'receivedAt', 'deadline', 'dueAt', 'validFrom', 'validTo', 'revokedAt']);
const dayFields = new Set(['issuedOn']);

const isMalformed = (key: string, text: string): boolean =>
  (instantFields.has(key) && !isInstant(text)) || (dayFields.has(key) && !isDay(text));

/** Moments are compared as text, which holds only for well-formed Instants; days must exist in the calendar. */
export const wellFormedMoments = ({ command }: { readonly command: object }) => {
  const wrong = leavesOf(command).find(({ key, value }) => typeof value === 'string' && isMalformed(key, value));
  return wrong ? objection('act.moment-malformed', { field: wrong.path, value: String(wrong.value) }) : null;
};
