import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { RecordedEvent } from '#domain/events.ts';
import { History, by, day, officer } from '../../../../test/support/history.ts';
import { type OpenViews, openViews } from '../../../../test/support/open-views.ts';
import { PositionGap } from './batch.ts';
import { type HeldLeadership, StaleLeader } from './leadership.ts';
import type { Projection } from './projection.ts';
import { ReadModelLagging } from './wait-for.ts';

const an = by(officer('an'), 'u');
const binh = by(officer('binh'), 'u');
const history = new History()
  .officers('an', 'binh')
  .register('d1', an, { at: day(0) })
  .handOff('d1', an, binh, day(1))
  .register('d2', an, { at: day(2) })
  .handOff('d2', an, binh, day(3));
const head = BigInt(history.events.length - 1);

/** Refuses one position until it is mended. */
class Poisoned implements Projection {
  readonly name = 'timeline';
  readonly tables = [];
  poison: bigint | null = 3n;

  reads(): null {
    return null;
  }

  project(event: RecordedEvent): [] {
    if (event.position === this.poison) throw new Error('cannot follow this');
    return [];
  }
}

const productProjections = async (): Promise<readonly Projection[]> =>
  (await import('../projections.ts')).productProjections;

let open: OpenViews;
afterEach(() => open.close());

const leading = async (): Promise<HeldLeadership> => {
  const leadership = await open.views.lead();
  if (leadership === null) throw new Error('somebody else leads');
  return leadership;
};
/** Where each projection stands; those of cases, which have no events here, stand together as `others`. */
const positions = async (): Promise<Record<string, bigint>> => {
  const all = await open.views.positions();
  const told = new Set(['organisation', 'dossier', 'custody', 'timeline']);
  const others = [...new Set(all.filter(({ projection }) => !told.has(projection)).map(({ position }) => position))];
  expect(others).toHaveLength(1);
  const named = all.filter(({ projection }) => told.has(projection));
  return Object.fromEntries([
    ...named.map(({ projection, position }) => [projection, position] as const),
    ['others', others[0] ?? -1n],
  ]);
};

describe('applying a batch', () => {
  beforeEach(async () => {
    open = await openViews(null, day(10));
  });

  it('passes over what was folded before: offered again, in other cuts, it changes nothing', async () => {
    await open.views.apply(history.events.slice(0, 4));
    await open.views.apply(history.events);
    await open.views.apply(history.events.slice(2));
    const { items } = await open.views.queries.custody({});
    expect(items.map(({ dossierId, sequence, holder }) => [dossierId, sequence, holder.id])).toEqual([
      ['d2', 1, 'binh'],
      ['d1', 1, 'binh'],
    ]);
    expect(await positions()).toEqual({
      organisation: head,
      dossier: head,
      custody: head,
      timeline: head,
      others: head,
    });
  });

  it('gives the same rows event by event as in one batch', async () => {
    for (const event of history.events) await open.views.apply([event]);
    const other = await openViews(history, day(10));
    const both = await Promise.all([open, other].map(({ views }) => views.queries.dossier('d1')));
    await other.close();
    expect(both[0]).toEqual(both[1]);
  });

  it('refuses a batch that would leave an event out', async () => {
    await expect(open.views.apply(history.events.slice(1))).rejects.toThrow(PositionGap);
    await expect(open.views.apply(history.events.filter((_, index) => index !== 2))).rejects.toThrow(PositionGap);
    expect(await positions()).toEqual({ organisation: -1n, dossier: -1n, custody: -1n, timeline: -1n, others: -1n });
  });

  it('writes rows and checkpoint together: where one cannot be written, neither is', async () => {
    const { default: pg } = await import('pg');
    const client = new pg.Client({ connectionString: open.db.appUrl });
    await client.connect();
    await client.query(
      `create function views.fail() returns trigger language plpgsql as $$ begin raise 'no space left'; end $$;
       create trigger fail before update on views.checkpoint for each row execute function views.fail()`,
    );
    await expect(open.views.apply(history.events)).rejects.toThrow('no space left');
    const rows = await client.query(
      `select 1 from views.party union all select 1 from views.dossier union all select 1 from views.custody
        union all select 1 from views.timeline`,
    );
    expect(rows.rowCount).toBe(0);
    await client.query('drop function views.fail cascade');
    await client.end();
    await open.views.apply(history.events);
    expect(await open.views.queries.stats()).toMatchObject({ cases: 2, handoffs: 2 });
  });

  it('keeps text as it was written: tabs, line breaks, backslashes, quotes, NULL-like words', async () => {
    const subject = 'a\tb\nc\r\\d "e" {f,g} \\N';
    const odd = new History().register('d', an, { subject });
    odd.assign('d', officer('an"\\,{}'), day(1));
    odd.perform('d', by(officer('an"\\,{}'), 'u'), day(2)).perform('d', an, day(3));
    for (const event of odd.events) await open.views.apply([event]);
    expect(await open.views.queries.dossier('d')).toMatchObject({ subject, responsible: { id: 'an"\\,{}' } });
    expect(await open.views.queries.stats()).toMatchObject({ events: 2, responsibleNeverActed: 0 });
    const { items } = await open.views.queries.timeline('d');
    expect(items[0]?.data).toMatchObject({ subject });
  });
});

describe('a poisoned event', () => {
  const poisoned = new Poisoned();

  beforeEach(async () => {
    poisoned.poison = 3n;
    const projections = (await productProjections()).filter(({ name }) => name !== poisoned.name);
    open = await openViews(null, day(10), { projections: [...projections, poisoned] });
  });

  it('parks its projection right there, visibly; the others go on', async () => {
    const leadership = await leading();
    await open.views.follow(history.events, leadership);
    expect(await positions()).toEqual({ organisation: head, dossier: head, custody: head, timeline: 2n, others: head });
    const health = await open.views.health(head);
    expect(health.find(({ name }) => name === 'timeline')).toEqual({
      name: 'timeline',
      position: '2',
      lag: String(head - 2n),
      parked: { position: '3', error: 'cannot follow this' },
    });
    await leadership.release();
  });

  it('is never skipped: neither by offering it again nor by what comes after', async () => {
    const leadership = await leading();
    await open.views.follow(history.events.slice(0, 4), leadership);
    poisoned.poison = null;
    await open.views.follow(history.events, leadership);
    expect((await positions())['timeline']).toBe(2n);
    await open.views.resume(leadership);
    await open.views.follow(history.events, leadership);
    expect((await positions())['timeline']).toBe(head);
    expect((await open.views.health(head)).every(({ parked }) => parked === null)).toBe(true);
    await leadership.release();
  });

  it('tells a waiter at once instead of letting the time run out', async () => {
    const leadership = await leading();
    await open.views.follow(history.events, leadership);
    await expect(open.views.waitFor(head, 60_000)).rejects.toThrow(ReadModelLagging);
    await open.views.waitFor(2n, 0);
    await leadership.release();
  });
});

describe('data that PostgreSQL refuses', () => {
  it('park at exactly the event that carries them, wherever it stands in the batch', async () => {
    open = await openViews(null, day(10));
    const odd = new History();
    for (let count = 0; count < 20; count += 1) {
      odd.register(`d${count}`, an, { at: day(count), subject: count === 13 ? 'nul \0 byte' : 'ok' });
    }
    const leadership = await leading();
    await open.views.follow(odd.events, leadership);
    expect(await positions()).toEqual({ organisation: 19n, dossier: 12n, custody: 19n, timeline: 19n, others: 19n });
    await leadership.release();
  });
});

describe('leadership', () => {
  beforeEach(async () => {
    open = await openViews(null, day(10));
  });

  it('belongs to one at a time, and passes on when it is released', async () => {
    const first = await leading();
    expect(await open.views.lead()).toBeNull();
    await first.release();
    const second = await leading();
    expect(second.token).toBeGreaterThan(first.token);
    await second.release();
  });

  it('ends with the connection that held the lock; the transaction of a stale leader fails', async () => {
    const stale = await leading();
    const { default: pg } = await import('pg');
    const admin = new pg.Client({ connectionString: open.db.adminUrl });
    await admin.connect();
    await admin.query(
      `select pg_terminate_backend(l.pid) from pg_locks l join pg_database d on d.oid = l.database
        where l.locktype = 'advisory' and d.datname = current_database()`,
    );
    await stale.ended;
    await admin.end();
    const successor = await leading();
    await open.views.follow(history.events.slice(0, 2), successor);
    await expect(open.views.follow(history.events, stale)).rejects.toThrow(StaleLeader);
    expect(await positions()).toEqual({ organisation: 1n, dossier: 1n, custody: 1n, timeline: 1n, others: 1n });
    await successor.release();
  });
});

describe('waiting for a position', () => {
  beforeEach(async () => {
    open = await openViews(null, day(10));
  });

  it('ends as soon as every projection has folded it, in another process too', async () => {
    const { ReadModels } = await import('../read-models.ts');
    const elsewhere = await ReadModels.open({ appUrl: open.db.appUrl, poolSize: 2 });
    const waiting = Promise.all(Array.from({ length: 50 }, () => elsewhere.waitFor(head, 30_000)));
    await open.views.apply(history.events);
    await waiting;
    await elsewhere.waitFor(head, 0);
    await elsewhere.close();
  });

  it('says how far each view is when time runs out', async () => {
    await open.views.apply(history.events.slice(0, 2));
    const failure: unknown = await open.views.waitFor(head, 20).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(ReadModelLagging);
    expect((failure as ReadModelLagging).reached.every(({ position }) => position === 1n)).toBe(true);
  });
});
