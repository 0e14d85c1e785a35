import type { OfficerId } from '#domain/kernel/event.ts';
import { foldText } from '../text/fold.ts';
import type { ViewDatabase } from '../view-database.ts';

/**
 * Names of officers: kept beside the ledger and its views, changeable and erasable, never folded from
 * events. What it holds is not rebuilt.
 */
export class Directory {
  constructor(private readonly db: ViewDatabase) {}

  async setName(officerId: OfficerId, name: string): Promise<void> {
    await this.setNames([{ officerId, name }]);
  }

  async setNames(names: readonly { readonly officerId: OfficerId; readonly name: string }[]): Promise<void> {
    const rows = new Map(names.map(({ officerId, name }) => [officerId, name.normalize('NFC').trim()]));
    await this.db.rows(
      `insert into directory.officer_name (officer_id, name, folded, words)
       select id, name, folded, folded::tsvector from unnest($1::text[], $2::text[], $3::text[]) as given (id, name, folded)
       on conflict (officer_id) do update
         set name = excluded.name, folded = excluded.folded, words = excluded.words`,
      [[...rows.keys()], [...rows.values()], [...rows.values()].map(foldText)],
    );
  }

  async nameOf(officerId: OfficerId): Promise<string | null> {
    const [row] = await this.db.rows<{ name: string }>(
      'select name from directory.officer_name where officer_id = $1',
      [officerId],
    );
    return row?.name ?? null;
  }

  /** Officers without a name are left out. */
  async namesOf(officerIds: readonly OfficerId[]): Promise<ReadonlyMap<OfficerId, string>> {
    const rows = await this.db.rows<{ id: string; name: string }>(
      'select officer_id as id, name from directory.officer_name where officer_id = any($1::text[])',
      [[...new Set(officerIds)]],
    );
    return new Map(rows.map(({ id, name }) => [id, name]));
  }

  /** The person stays in the ledger as an id. */
  async eraseName(officerId: OfficerId): Promise<void> {
    await this.db.rows('delete from directory.officer_name where officer_id = $1', [officerId]);
  }
}
