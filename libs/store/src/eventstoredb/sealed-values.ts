import type pg from 'pg';
import { opens, sealedFieldsIn, type Opening } from '#evidence/sealed/sealed-field.ts';
import type { SealedEvent } from '../envelope.ts';
import { noErasure } from '../erasure.ts';
import { mayHoldSealed } from '../revealed.ts';

/** An event as read: its id and its canonical text. */
type Read = { readonly id: string; readonly canonical: string };

type Row = readonly [string, string, Buffer, string];

/** What opens the sealed fields of events, in PostgreSQL beside their order. */
export class SealedValues {
  constructor(private readonly pool: pg.Pool) {}

  /** Durable when it returns. Harmless to repeat. */
  async keep(events: readonly SealedEvent[]): Promise<void> {
    const { ids, paths, salts, values } = columnsOf(events);
    if (ids.length === 0) return;
    await this.pool.query('select ledger_order.keep_values($1, $2, $3, $4)', [ids, paths, salts, values]);
  }

  /** For events that were refused after all; what belongs to an event of the ledger stays. */
  async drop(events: readonly SealedEvent[]): Promise<void> {
    const { ids, paths, salts } = columnsOf(events);
    if (ids.length === 0) return;
    await this.pool.query('select ledger_order.drop_values($1, $2, $3)', [ids, paths, salts]);
  }

  /** By event id, and by pointer in order. Only what opens the commitment in the event. */
  async of(events: readonly Read[]): Promise<ReadonlyMap<string, readonly Opening[]>> {
    const sealed = events.filter(({ canonical }) => mayHoldSealed(canonical));
    if (sealed.length === 0) return new Map();
    const { rows } = await this.pool.query<[...Row]>({
      text: `select event_id, path, salt, value from ledger_order.sealed_value
             where event_id = any ($1::uuid[]) order by event_id, path`,
      values: [sealed.map(({ id }) => id)],
      rowMode: 'array',
    });
    const kept = new Map<string, Row[]>(sealed.map(({ id }) => [id, []]));
    for (const row of rows) kept.get(row[0])?.push(row);
    return new Map(sealed.map(({ id, canonical }) => [id, openingsIn(canonical, kept.get(id) ?? [])]));
  }

  /** `canonical` lies at `position`. Throws EventRefused `no-erasure`. */
  async erase(position: bigint, canonical: string): Promise<number> {
    try {
      const { rows } = await this.pool.query<[string]>({
        text: 'select ledger_order.erase($1, $2)',
        values: [position, canonical],
        rowMode: 'array',
      });
      return Number(rows[0]?.[0]);
    } catch (error) {
      if ((error as { code?: unknown }).code === 'LG004') throw noErasure(position);
      throw error;
    }
  }
}

const columnsOf = (
  events: readonly SealedEvent[],
): { ids: string[]; paths: string[]; salts: Buffer[]; values: string[] } => {
  const openings = events.flatMap((event) => event.openings.map((opening) => ({ id: event.id, ...opening })));
  return {
    ids: openings.map(({ id }) => id),
    paths: openings.map(({ path }) => path),
    salts: openings.map(({ salt }) => Buffer.from(salt)),
    values: openings.map(({ value }) => value),
  };
};

const openingsIn = (canonical: string, rows: readonly Row[]): Opening[] => {
  const fields = new Map(sealedFieldsIn(JSON.parse(canonical)).map(({ path, field }) => [path, field]));
  return rows.flatMap(([, path, salt, value]) => {
    const field = fields.get(path);
    const opening = { path, salt: new Uint8Array(salt), value };
    return field !== undefined && opens(opening, field) ? [opening] : [];
  });
};
