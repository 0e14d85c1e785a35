import { objection } from '../../kernel/rule.ts';
import type { ReturnRequest } from '../commands.ts';
import type { OfAddressee } from '../judged.ts';

/** Who gives a request back as not in its function does not name itself as the right body (001 §1 second dash; R06, R12). */
export const rightUnitElsewhere = ({ command: { rightUnit, unit } }: OfAddressee<ReturnRequest>) =>
  rightUnit === unit ? objection('consultation.right-unit-is-own', { unit }) : null;
