import type { Instant } from '../../kernel/event.ts';
import { objection } from '../../kernel/rule.ts';

/**
 * R19 R70: what happened is judged by the rule in force at that time; new rules may be simulated on the past but
 * never applied backwards (handbook, Fairness 16). Only the first version may reach back: before it the ledger
 * had no rules, though the instruments it describes were in force already.
 */
export const noReachingBack = ({
  effectiveFrom,
  earlierVersions,
  now,
}: {
  readonly effectiveFrom: Instant;
  readonly earlierVersions: number;
  readonly now: Instant;
}) => (earlierVersions > 0 && effectiveFrom < now ? objection('rulebook.reaches-back', { effectiveFrom, now }) : null);
