import { objection } from '../../kernel/rule.ts';
import type { IssueDirective } from '../commands.ts';

/** A unit receives a directive in one role: to execute, to be reported to, or to know (R77). */
export const recipientsOnce = ({ command: { recipients } }: { readonly command: IssueDirective }) => {
  const units = recipients.map(({ unit }) => unit);
  const twice = units.find((unit, place) => units.indexOf(unit) !== place);
  return twice === undefined ? null : objection('directive.recipient-twice', { unit: twice });
};
