import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { History, by, day, officer } from '../../../../test/support/history.ts';
import { type OpenViews, openViews } from '../../../../test/support/open-views.ts';
import { MigratedMeanwhile, type Rebuild, RebuildBehind } from './rebuild.ts';

const [an, binh] = [by(officer('an'), 'u'), by(officer('binh'), 'u')];
const { events } = new History().officers('an', 'binh').register('d1', an).handOff('d1', an, binh, day(1));
const early = events.slice(0, -1);
const head = BigInt(events.length - 1);

let open: OpenViews;
let next: Rebuild;
let client: pg.Client;
beforeEach(async () => {
  open = await openViews(null, day(10));
  await open.views.apply(early);
  client = new pg.Client({ connectionString: open.db.appUrl });
  await client.connect();
  next = await open.views.beginRebuild();
  await next.apply(early);
  await next.settled();
  await next.buildIndexes();
});
afterEach(async () => {
  await next.close();
  await client.end();
  await open.close();
});

/** Where the projections stand, however many there are: one position when they stand together. */
const positions = async (): Promise<readonly bigint[]> => [
  ...new Set((await open.views.positions()).map(({ position }) => position)),
];

/** Resolves when some statement on this database waits for a lock. */
const somebodyWaits = async (): Promise<void> => {
  const waiting = `select 1 from pg_locks l join pg_stat_activity a using (pid)
    where not l.granted and a.datname = current_database()`;
  while ((await client.query(waiting)).rowCount === 0);
};

describe('the switch to rebuilt views', () => {
  it('holds a follower until it is done; the follower goes on in the new views', async () => {
    const leadership = await open.views.lead();
    if (leadership === null) throw new Error('somebody else leads');
    let following: Promise<unknown> = Promise.resolve();
    await next.switch(async () => {
      following = open.views.follow(events, leadership);
      await Promise.race([following, somebodyWaits()]);
    });
    await following;
    expect(await positions()).toEqual([head]);
    expect((await open.views.queries.custody({})).items).toMatchObject([{ holder: { id: 'binh' } }]);
    await leadership.release();
  });

  it('is refused when it would take answers back', async () => {
    await open.views.apply(events);
    await expect(next.switch(async () => undefined)).rejects.toThrow(RebuildBehind);
    expect(await positions()).toEqual([head]);
  });

  it('is refused when the tables were migrated since', async () => {
    await client.query(`insert into read_models.migrations (timestamp, name) values (1, 'Later1')`);
    await expect(next.switch(async () => undefined)).rejects.toThrow(MigratedMeanwhile);
    await open.views.apply(events);
    expect(await positions()).toEqual([head]);
  });
});
