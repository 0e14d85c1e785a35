import { objection } from '../../kernel/rule.ts';
import type { Judged } from '../judged.ts';

/** R73: nothing answers a recommendation before it was sent. */
export const notBeforeSending = ({ command, state }: Judged) =>
  command.at < state.sent.at
    ? objection('recommendation.before-sending', { moment: command.at, sentAt: state.sent.at })
    : null;
