import type { CaseFacts } from '../../kernel/aggregate.ts';
import type { UnitId } from '../../kernel/event.ts';
import type { Ending } from '../state.ts';

/** "Dứt điểm" has no number in the letters; a work regulation may set its own. */
export const defaultFinishedForGoodWorkingDays = 30;

/**
 * Finished for good: not reopened within the working days that the rule gives (letter 001 §1, fifth dash: R24).
 * null while they still run.
 */
export const finishedForGood = (
  { acceptedAt, reopened }: Ending,
  lead: UnitId,
  { reference, now }: Pick<CaseFacts, 'reference' | 'now'>,
): boolean | null => {
  const stated = reference.rulebook.rule('R24', lead, acceptedAt)?.parameters['finishedForGoodWorkingDays'];
  const days = typeof stated === 'number' ? stated : defaultFinishedForGoodWorkingDays;
  const lastMoment = reference.calendars.for(lead, now).addWorkingDays(acceptedAt, days);
  if (reopened !== null && reopened.at <= lastMoment) return false;
  return now > lastMoment ? true : null;
};
