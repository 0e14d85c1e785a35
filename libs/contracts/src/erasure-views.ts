import type { CitedDocument } from './task-views.ts';
import type { Capacity, PartyView, UnitRef } from './views.ts';

/** A lawful erasure: what of which event, on which ground, by whom. What the fields said is nowhere any more. */
export type ErasureView = {
  /** Ledger id of the erasure itself. */
  readonly erasureId: string;
  readonly position: string;
  readonly eventId: string;
  /** JSON pointers of the fields in the envelope of the event. */
  readonly paths: readonly string[];
  /** Whom and what that event concerns, as `<kind>:<id>`. */
  readonly subjects: readonly string[];
  readonly ground: { readonly text: string; readonly clause: string | null };
  readonly document: CitedDocument | null;
  readonly erasedAt: string;
  readonly actor: PartyView;
  readonly unit: UnitRef | null;
  readonly capacity: Capacity;
  /**
   * `cleaning`: values and salts are gone from the ledger, but what was made from them is still being made anew
   * (đang dọn khung nhìn); until then screens and exports may show the text.
   */
  readonly views: 'cleaning' | 'clean';
};

/** What can be erased of an event, without saying what it is. */
export type SealedFieldsView = {
  readonly eventId: string;
  readonly position: string;
  readonly type: string;
  readonly stream: string;
  readonly fields: readonly { readonly path: string; readonly state: 'kept' | 'erased' }[];
};
