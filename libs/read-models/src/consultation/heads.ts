import type { PartyView } from '#contracts/views.ts';
import type { Instant } from '#domain/kernel/event.ts';
import type { Labels, Mentioned } from '../labels.ts';
import { headAt } from '../organisation/head.ts';
import type { ViewDatabase } from '../view-database.ts';

type Moment = { readonly unit: string; readonly at: Instant };

const keyOf = ({ unit, at }: Moment): string => `${unit}\0${at}`;

/** Who headed which unit at which moment, for one answer. */
export class Heads {
  readonly #wanted = new Map<string, Moment>();
  readonly #found = new Map<string, string>();

  want(unit: string | null, at: Instant): void {
    if (unit !== null) this.#wanted.set(keyOf({ unit, at }), { unit, at });
  }

  /** Looks them up and has their names asked for. */
  async load(db: ViewDatabase, mentioned: Mentioned): Promise<void> {
    const wanted = [...this.#wanted.values()];
    if (wanted.length === 0) return;
    const rows = await db.rows<{ unit: string; at: Instant; officerId: string }>(
      `select w.unit, w.at, h.officer_id as "officerId"
         from unnest($1::text[], $2::timestamptz[]) as w (unit, at)
         cross join lateral (${headAt('w.unit', 'w.at')}) h`,
      [wanted.map(({ unit }) => unit), wanted.map(({ at }) => at)],
    );
    for (const row of rows) {
      this.#found.set(keyOf(row), row.officerId);
      mentioned.party('officer', row.officerId);
    }
  }

  /** null: the post was vacant, or the unit is not known. */
  of(unit: string | null, at: Instant, labels: Labels): PartyView | null {
    const officer = unit === null ? undefined : this.#found.get(keyOf({ unit, at }));
    return officer === undefined ? null : labels.party('officer', officer);
  }
}
