import { objection } from '../../kernel/rule.ts';
import type { ConfirmDirectiveReceipt } from '../commands.ts';
import type { Directive } from '../state.ts';

/** A directive comes in after it was issued and before its receipt is confirmed (R77). */
export const receivedAfterIssue = ({
  command: { at, receivedAt },
  directive: { issuedAt },
}: {
  readonly command: ConfirmDirectiveReceipt;
  readonly directive: Pick<Directive, 'issuedAt'>;
}) => {
  const moment = receivedAt ?? at;
  if (moment < issuedAt) return objection('directive.received-before-issue', { receivedAt: moment, issuedAt });
  return moment > at ? objection('directive.received-after-confirmation', { receivedAt: moment, at }) : null;
};
