import type { Instant } from '../event.ts';
import { objection } from '../rule.ts';
import { findText } from '../texts-in.ts';

const claimedFields = new Set(['at', 'receivedAt', 'registeredAt', 'heldAt']);

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
  // A time limit may name the moment at which it ends; that one lies ahead.
  const { term: _limit, ...claims } = command as { readonly term?: unknown };
  const early = findText(claims, (text, field) => text > facts.now && claimedFields.has(field));
  return early ? objection('act.in-future', { field: early.path, moment: early.text, now: facts.now }) : null;
};
