import type { DocumentReference } from '../dossier/events.ts';
import type { Event, Instant, UnitId } from '../kernel/event.ts';

export type DirectiveId = string;
/** Nơi nhận: để thực hiện (t/h), để báo cáo (b/c), để biết (đ/b). Only the first gives a duty (R77). */
export const recipientRoles = ['execute', 'report', 'know'] as const;
export type RecipientRole = (typeof recipientRoles)[number];

export type DirectiveIssued = Event<
  'directive.issued',
  1,
  {
    readonly directiveId: DirectiveId;
    readonly issuer: UnitId;
    readonly document: DocumentReference;
    /** The duty it lays down, in words. */
    readonly duty: string;
    readonly recipients: readonly { readonly unit: UnitId; readonly role: RecipientRole }[];
    /** The earlier directive on the same duty that was not carried out (R76). */
    readonly reissueOf: DirectiveId | null;
  }
>;
/** Receipt is to be confirmed the same day (Decree 30/2020 art. 21.2c). */
export type DirectiveReceiptConfirmed = Event<
  'directive.receipt-confirmed',
  1,
  { readonly unit: UnitId; readonly arrivalNumber: string; readonly receivedAt: Instant }
>;
export type DirectiveEvent = DirectiveIssued | DirectiveReceiptConfirmed;
