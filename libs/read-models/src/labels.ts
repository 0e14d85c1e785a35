import type { Party } from '#domain/kernel/event.ts';
import type { AccountKind, PartyView, UnitRef } from '#contracts/views.ts';
import type { ViewDatabase } from './view-database.ts';

/** Parties and units mentioned by the rows of one answer, so that their names are asked for once. */
export class Mentioned {
  readonly officers = new Set<string>();
  readonly accounts = new Set<string>();
  readonly units = new Set<string>();

  party(kind: Party['kind'] | null, id: string | null): this {
    if (id !== null && kind === 'officer') this.officers.add(id);
    if (id !== null && kind === 'account') this.accounts.add(id);
    return this;
  }

  unit(id: string | null): this {
    if (id !== null) this.units.add(id);
    return this;
  }
}

type LabelRow = { of: 'officer' | 'account' | 'unit'; id: string; name: string | null; kind: AccountKind | null };

/** Names as they are in the directory and the organisation now; ids without one stay readable as ids. */
export class Labels {
  readonly #names = new Map<string, LabelRow>();

  constructor(rows: readonly LabelRow[]) {
    for (const row of rows) this.#names.set(`${row.of}:${row.id}`, row);
  }

  party(kind: Party['kind'], id: string | null): PartyView {
    const row = this.#names.get(`${kind}:${id ?? ''}`);
    const view = { kind, id: kind === 'unknown' ? null : id, name: row?.name ?? null };
    return row?.kind ? { ...view, accountKind: row.kind } : view;
  }

  partyOrNull(kind: Party['kind'] | null, id: string | null): PartyView | null {
    return kind === null ? null : this.party(kind, id);
  }

  unit(id: string): UnitRef {
    return { id, name: this.#names.get(`unit:${id}`)?.name ?? null };
  }

  unitOrNull(id: string | null): UnitRef | null {
    return id === null ? null : this.unit(id);
  }
}

export const labelsOf = async (db: ViewDatabase, mentioned: Mentioned): Promise<Labels> => {
  const { officers, accounts, units } = mentioned;
  if (officers.size + accounts.size + units.size === 0) return new Labels([]);
  const rows = await db.rows<LabelRow>(
    `select 'officer' as of, officer_id as id, name, null as kind from directory.officer_name where officer_id = any($1)
     union all
     select 'account', id, label, account_kind from views.party where kind = 'account' and id = any($2)
     union all
     select 'unit', unit_id, name, null from views.unit where unit_id = any($3)`,
    [[...officers], [...accounts], [...units]],
  );
  return new Labels(rows);
};
