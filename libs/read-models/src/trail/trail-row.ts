import type { Instant, OfficerId } from '#domain/kernel/event.ts';
import type { DossierColumns, HeldRow, Moment } from '../custody/queries.ts';

/** A row of either line; `since` orders it: when it began for this person. */
export type TrailRow = HeldRow & DossierColumns & { since: Instant; acts: number };

/** Acts of the officer in the dossier while it was held, the closing act included. */
export const actsInInterval = (officer: string, cut: string): string => `
  (select count(*)::integer from views.timeline t
    where t.dossier_id = c.dossier_id and t.revision >= c.began_revision
      and (c.ended_revision is null or t.revision <= c.ended_revision)
      and t.officer_id = ${officer} and t.occurred_at <= ${cut}::timestamptz) as acts`;

export type LineRequest = {
  readonly officerId: OfficerId;
  readonly moment: Moment;
  readonly limit: number;
  /** Since, dossier and sequence of the last row of the page before. */
  readonly after: readonly string[] | null;
};
