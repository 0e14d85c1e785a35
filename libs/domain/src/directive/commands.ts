import type { CaseAct } from '../kernel/case-act.ts';
import type { Instant } from '../kernel/event.ts';
import type { DirectiveIssued } from './events.ts';

export type IssueDirective = CaseAct<'issue', DirectiveIssued['data']>;
/** `receivedAt`: when it came in; null says at the moment of the act. */
export type ConfirmDirectiveReceipt = CaseAct<
  'confirm-receipt',
  { readonly arrivalNumber: string; readonly receivedAt: Instant | null }
>;
export type DirectiveCommand = IssueDirective | ConfirmDirectiveReceipt;
