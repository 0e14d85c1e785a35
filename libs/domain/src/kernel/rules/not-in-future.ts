import type { Instant } from '../event.ts';
import { leavesOf } from '../leaves.ts';
import { objection } from '../rule.ts';

const claimedFields = new Set(['at', 'receivedAt']);

/**
 * Nobody records what has not happened. A back-dated entry is allowed and shown as late
 * (handbook, Fairness 10); a forward-dated one would let an answer precede its question.
 */
export const notInFuture = ({
  command,
  facts,
}: {
  readonly command: object;
  readonly facts: { readonly now: Instant };
}) => {
  const early = leavesOf(command).find(
    ({ key, value }) => claimedFields.has(key) && typeof value === 'string' && value > facts.now,
  );
  return early ? objection('act.in-future', { field: early.path, moment: String(early.value), now: facts.now }) : null;
};
