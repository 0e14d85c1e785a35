import type { Instant } from '../../kernel/event.ts';
import { objection } from '../../kernel/rule.ts';
import { isInstant } from '../../time/instant.ts';

/** R33, Fairness 6: responsibility and leave hold in [from, to); a period without length covers nobody. */
export const forwardPeriod = (from: Instant, to: Instant | null) => {
  if (!isInstant(from)) return objection('act.moment-malformed', { field: 'from', value: from });
  if (to === null) return null;
  if (!isInstant(to)) return objection('act.moment-malformed', { field: 'to', value: to });
  return from < to ? null : objection('office.period-empty', { from, to });
};
