import type { Instant, Party, UnitId } from '../kernel/event.ts';
import type { DirectiveIssued, DirectiveReceiptConfirmed } from './events.ts';

export type DirectiveReceipt = DirectiveReceiptConfirmed['data'] & {
  readonly confirmedAt: Instant;
  readonly confirmedBy: Party;
};

export type Directive = DirectiveIssued['data'] & {
  readonly status: 'issued';
  readonly issuedAt: Instant;
  readonly issuedBy: Party;
  readonly issuedFor: UnitId | null;
  readonly receipts: readonly DirectiveReceipt[];
};
export type DirectiveState = { readonly status: 'none' } | Directive;
