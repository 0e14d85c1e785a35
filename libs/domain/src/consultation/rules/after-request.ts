import { objection } from '../../kernel/rule.ts';
import type { OfAddressee } from '../judged.ts';

/** Nothing is done about a request before it was made (R13). */
export const afterRequest = ({ command: { at }, addressee: { addressedAt } }: OfAddressee) =>
  at < addressedAt ? objection('consultation.before-request', { at, addressedAt }) : null;
