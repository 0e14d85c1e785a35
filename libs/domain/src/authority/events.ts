import type { Basis } from '../dossier/events.ts';
import type { Event, Instant, UnitId } from '../kernel/event.ts';

/** `decide`: may decide the matter. `advise`: it is the unit's function, so it is rightly asked and handles it. */
export const powers = ['decide', 'advise'] as const;
export type Power = (typeof powers)[number];

/** One cell of the authority matrix: kind of matter (the dossier's type) × unit × validity [validFrom, validTo). */
export type AuthorityAssigned = Event<
  'authority.assigned',
  1,
  {
    readonly authorityId: string;
    readonly matterKind: string;
    readonly unitId: UnitId;
    readonly power: Power;
    readonly validFrom: Instant;
    readonly validTo: Instant | null;
    readonly basis: Basis;
  }
>;

export type AuthorityEnded = Event<
  'authority.ended',
  1,
  { readonly authorityId: string; readonly validTo: Instant; readonly reason: string }
>;

export type AuthorityEvent = AuthorityAssigned | AuthorityEnded;
