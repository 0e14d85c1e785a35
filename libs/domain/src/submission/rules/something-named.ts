import { objection } from '../../kernel/rule.ts';
import type { EscalatingMove, SubmissionCommand } from '../commands.ts';

const listsOf = (command: SubmissionCommand | EscalatingMove): Readonly<Record<string, readonly unknown[]>> => {
  if (command.type === 'record-coordination') return { units: command.units };
  if (command.type === 'check-submission') return { checklist: command.checklist };
  if (command.type === 'return-submission') return { defects: command.defects };
  return command.type === 'request-supplement' ? { papers: command.papers } : {};
};

/** R22, R62: a check has items, a return its defects, a request its papers; an empty list would say nothing. */
export const somethingNamed = ({ command }: { readonly command: SubmissionCommand | EscalatingMove }) => {
  const empty = Object.entries(listsOf(command)).find(([, items]) => items.length === 0);
  return empty ? objection('submission.nothing-named', { field: empty[0] }) : null;
};
