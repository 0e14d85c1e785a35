import type { Actor } from '../../kernel/actor.ts';
import type { CaseFacts } from '../../kernel/aggregate.ts';
import { leadsOwnUnit } from '../../kernel/case-actor.ts';
import type { Instant } from '../../kernel/event.ts';
import { objection } from '../../kernel/rule.ts';

/** By order (TL.) and by written delegation (TUQ.) speak for the head, too; that they are held is asked before. */
const forTheHead = ['by-order', 'by-delegation'];

/**
 * To assign, to answer a request, and to promise on behalf of a body is for its head, acting head or deputy,
 * or for whom they delegated (Decree 30/2020 art. 13; R26: the head reports and commits).
 */
export const speaksForUnit = ({
  command: { actor, at },
  facts,
}: {
  readonly command: { readonly actor: Actor; readonly at: Instant };
  readonly facts: CaseFacts;
}) => {
  if (leadsOwnUnit(facts.reference, actor, at) || forTheHead.includes(actor.capacity)) return null;
  return objection('task.not-leader', {
    officer: actor.party.kind === 'unknown' ? '' : actor.party.id,
    unit: actor.unit ?? '',
  });
};
