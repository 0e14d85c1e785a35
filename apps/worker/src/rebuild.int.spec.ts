import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import pg from 'pg';
import type { Holder } from '#domain/dossier/events.ts';
import type { Instant } from '#domain/kernel/event.ts';
import { createLogger } from '#platform/logging.ts';
import type { EventStore } from '#store/event-store.ts';
import { MemoryEventStore } from '#store/memory/memory-event-store.ts';
import { History, account, by, day, nobody, officer } from '../../../test/support/history.ts';
import { type OpenViews, openViews } from '../../../test/support/open-views.ts';
import { appendAll } from '../../../test/support/store-of.ts';
import { type RebuildProgress, rebuild } from './rebuild.ts';
import { startWorker } from './worker.ts';

const holders = [by(officer('an'), 'u1'), by(officer('binh'), 'u2'), by(account('kiosk')), by(nobody, 'u1')] as const;
type Step = {
  readonly dossier: number;
  readonly act: keyof typeof acts;
  readonly holder: number;
  /** Days by which the act is claimed to lie before its entry. */
  readonly late?: number;
};
type Turn = { readonly id: string; readonly from: Holder; readonly to: Holder; readonly at: Instant };

/** What may happen to a dossier that somebody holds, and who holds it afterwards. */
const acts = {
  'hand-off': (history: History, { id, from, to, at }: Turn) => {
    history.handOff(id, from, to, at);
    return to;
  },
  'give-back': (history: History, { id, from, to, at }: Turn) => {
    history.giveBack(id, from, to, at);
    return to;
  },
  perform: (history: History, { id, from, at }: Turn) => {
    history.perform(id, from, at);
    return from;
  },
  assign: (history: History, { id, from, to, at }: Turn) => {
    history.assign(id, to.party, at);
    return from;
  },
  correct: (history: History, { id, from, at }: Turn) => {
    const changes = { subject: `Trích yếu sửa ngày ${at}` };
    const data = { correctsEventId: 'x', changes, reason: 'nhầm', approver: from.party };
    history.act(id, { type: 'dossier.corrected', version: 1, data }, at);
    return from;
  },
  complete: (history: History, { id, from, at }: Turn) => {
    history.complete(id, from, at);
    return null;
  },
} as const;

/** A life of several dossiers, told in turns, that the ledger could hold. */
const lifeOf = (steps: readonly Step[]): History => {
  const history = new History().unit('u1').unit('u2').officers('an', 'binh').account('kiosk').appoint('an', 'u1');
  const held = new Map<string, Holder | null>();
  for (const [index, { dossier, act, holder, late = 0 }] of steps.entries()) {
    const [id, to, at] = [`d${dossier}`, holders[holder % holders.length] ?? holders[0], day(index - late)];
    const from = held.get(id);
    if (from === undefined) history.register(id, to, { at, deadline: day(index + 3) });
    else if (from === null) history.reopen(id, to, at);
    held.set(id, from == null ? to : acts[act](history, { id, from, to, at }));
  }
  return history;
};

const life = fc.array(
  fc.record({
    dossier: fc.nat(4),
    act: fc.constantFrom(...(Object.keys(acts) as Step['act'][])),
    holder: fc.nat(3),
    late: fc.nat(9),
  }),
  {
    minLength: 20,
    maxLength: 60,
  },
);

let open: OpenViews;
let store: EventStore;
let client: pg.Client;
beforeEach(async () => {
  open = await openViews(null, day(100));
  store = new MemoryEventStore();
  client = new pg.Client({ connectionString: open.db.appUrl });
  await client.connect();
});
afterEach(async () => {
  await client.end();
  await store.close();
  await open.close();
});

/** Every row of every view, and every index. */
const contents = async (): Promise<Record<string, readonly string[]>> => {
  const tables = await client.query<{ name: string }>(
    `select tablename as name from pg_tables where schemaname = 'views'`,
  );
  const found: Record<string, readonly string[]> = {};
  for (const { name } of tables.rows) {
    const { rows } = await client.query<{ row: string }>(`select t::text as row from views.${name} t order by 1`);
    found[name] = rows.map(({ row }) => row);
  }
  const indexes = await client.query<{ indexdef: string }>(
    `select indexdef from pg_indexes where schemaname = 'views' order by indexname`,
  );
  found['indexes'] = indexes.rows.map(({ indexdef }) => indexdef);
  return found;
};

describe('a rebuild', () => {
  it.each([1, 2, 3])('gives row by row what following in small steps gave (life %i)', async (seed) => {
    const [steps = []] = fc.sample(life, { seed, numRuns: 1 });
    const events = await appendAll(store, lifeOf(steps).events);
    for (let from = 0; from < events.length; from += 1 + (from % 5)) {
      await open.views.apply(events.slice(from, from + 1 + (from % 5)));
    }
    const live = await contents();
    await rebuild({ store, readModels: open.views });
    expect(await contents()).toEqual(live);
    expect(live['timeline']?.length).toBe(events.filter(({ type }) => type.startsWith('dossier.')).length);
  });

  it.each([1, 2, 3])(
    'R21 has one holder of every dossier at any moment, however late acts were entered (life %i)',
    async (seed) => {
      const [steps = []] = fc.sample(life, { seed, numRuns: 1 });
      const { events } = lifeOf(steps);
      await open.views.apply(events);
      const broken = await client.query(
        `select 1 from views.custody a join views.custody b on b.dossier_id = a.dossier_id and b.sequence = a.sequence + 1
        where a.ended_at is null or b.began_at < a.ended_at
           or (a.ended_by <> 'dossier.completed' and b.began_at > a.ended_at)`,
      );
      expect(broken.rowCount).toBe(0);
      for (let moment = -10; moment <= steps.length; moment += 3) {
        const asOf = day(moment);
        const { items } = await open.views.queries.custody({ asOf });
        const held = new Map(items.map(({ dossierId, holder, unit }) => [dossierId, [holder, unit]]));
        expect(held.size).toBe(items.length);
        for (const id of ['d0', 'd1', 'd2', 'd3', 'd4']) {
          const found = await open.views.queries.dossier(id, { asOf });
          expect(found?.holder ? [found.holder, found.holderUnit] : undefined).toEqual(held.get(id));
        }
      }
    },
  );

  it('heals rows that were spoilt', async () => {
    const events = await appendAll(store, lifeOf([{ dossier: 1, act: 'perform', holder: 0 }]).events);
    await open.views.apply(events);
    const before = await contents();
    await client.query(`update views.dossier set subject = 'spoilt'; delete from views.custody`);
    await rebuild({ store, readModels: open.views });
    expect(await contents()).toEqual(before);
  });

  it('reports its way from nothing to everything', async () => {
    const events = await appendAll(store, lifeOf([{ dossier: 1, act: 'perform', holder: 0 }]).events);
    const seen: RebuildProgress[] = [];
    const last = await rebuild({ store, readModels: open.views, onProgress: (progress) => seen.push(progress) });
    const all = BigInt(events.length);
    expect(last).toBe(all - 1n);
    expect(seen[0]).toEqual({ phase: 'fill', events: 0n, of: all });
    expect(seen.at(-1)).toEqual({ phase: 'switch', events: all, of: all });
    expect([...new Set(seen.map(({ phase }) => phase))]).toEqual(['fill', 'index', 'catch-up', 'switch']);
  });

  it('of an empty ledger is an empty ledger', async () => {
    expect(await rebuild({ store, readModels: open.views })).toBe(-1n);
    expect(await open.views.queries.stats()).toMatchObject({ cases: 0 });
  });

  it('switches under a running follower, which goes on in the new views', async () => {
    const history = lifeOf(
      Array.from({ length: 40 }, (_, index) => ({ dossier: index % 3, act: 'hand-off', holder: index })),
    );
    const worker = await startWorker({ store, readModels: open.views, logger: createLogger('silent') });
    const appending = appendAll(store, history.events);
    await rebuild({ store, readModels: open.views });
    await appending;
    await worker.caughtUp(BigInt(history.events.length - 1));
    await worker.stop();
    const followed = await contents();
    await rebuild({ store, readModels: open.views });
    expect(await contents()).toEqual(followed);
  });
});

describe('a rebuild that does not come to its end', () => {
  it('leaves the serving views as they were, and the next one starts afresh', async () => {
    const events = await appendAll(store, lifeOf([{ dossier: 1, act: 'perform', holder: 0 }]).events);
    await open.views.apply(events);
    const before = await contents();
    const stop = new AbortController();
    const aborted = rebuild({
      store,
      readModels: open.views,
      signal: stop.signal,
      onProgress: ({ phase }) => phase === 'index' && stop.abort(new Error('power cut')),
    });
    await expect(aborted).rejects.toThrow('power cut');
    expect(await contents()).toEqual(before);
    await rebuild({ store, readModels: open.views });
    expect(await contents()).toEqual(before);
    const left = await client.query(`select 1 from pg_namespace where nspname in ('views_next', 'views_old')`);
    expect(left.rowCount).toBe(0);
  });

  it('is refused while another is running', async () => {
    const first = await open.views.beginRebuild();
    await expect(rebuild({ store, readModels: open.views })).rejects.toThrow('another process is rebuilding');
    await first.close();
    await rebuild({ store, readModels: open.views });
  });

  it('does not put views in service that cannot follow the ledger', async () => {
    const broken = new History().handOff('never-registered', holders[0], holders[1], day(1));
    await appendAll(store, broken.events);
    await expect(rebuild({ store, readModels: open.views })).rejects.toThrow('dossier-never-registered');
    expect((await open.views.positions()).every(({ position }) => position === -1n)).toBe(true);
  });
});
