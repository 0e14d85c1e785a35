import { objection } from '../../kernel/rule.ts';
import type { DirectiveIssued } from '../events.ts';

/** The recipients whom the directive lays a duty on: those it is sent to for execution (t/h), nobody else (R77). */
export const executorsOf = ({ recipients }: Pick<DirectiveIssued['data'], 'recipients'>): readonly string[] =>
  recipients.filter(({ role }) => role === 'execute').map(({ unit }) => unit);

/** A directive that nobody is to carry out directs nothing (R28, R77). */
export const someoneExecutes = ({ command }: { readonly command: Pick<DirectiveIssued['data'], 'recipients'> }) =>
  executorsOf(command).length > 0 ? null : objection('directive.without-executor');
