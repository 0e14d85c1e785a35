import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { all, eventsOf, failureOf, idOf, newStream } from '../contract/samples.ts';
import type { EventStore } from '../event-store.ts';
import { freshDatabase, type FreshDatabase } from '../../../../test/support/postgres.ts';
import { migrateLedger } from './migrate.ts';
import { openPostgresStore } from './postgres-event-store.ts';

const denied = { code: '42501' };
const appendOnly = { code: 'LG002' };

describe('the guards of the ledger in PostgreSQL', () => {
  let database: FreshDatabase;
  let store: EventStore;
  let owner: pg.Client;
  let app: pg.Client;

  beforeAll(async () => {
    database = await freshDatabase();
    await migrateLedger(database.ownerUrl);
    store = openPostgresStore({ appUrl: database.appUrl });
    await store.append(newStream('dossier-a', 1, 2, 3));
    owner = new pg.Client({ connectionString: database.ownerUrl });
    app = new pg.Client({ connectionString: database.appUrl });
    await Promise.all([owner.connect(), app.connect()]);
  });

  afterAll(async () => {
    await Promise.all([owner.end(), app.end(), store.close()]);
    await database.drop();
  });

  const unchanged = async (): Promise<void> => {
    const events = await all(store.readAll());
    expect(events.map(({ id, position }) => ({ id, position }))).toEqual([
      { id: idOf(1), position: 0n },
      { id: idOf(2), position: 1n },
      { id: idOf(3), position: 2n },
    ]);
  };

  const changes = [
    `update ledger.event set canonical = '{}' where position = 0`,
    `update ledger.event set position = position + 10`,
    'delete from ledger.event where position = 2',
    'truncate ledger.event',
    'truncate ledger.event cascade',
  ];

  it.each([
    ...changes,
    `insert into ledger.event values (99, gen_random_uuid(), 0, 'dossier-z', 't', '{}', '')`,
    'update ledger.counter set next_position = 0',
    'delete from ledger.counter',
    'insert into ledger.counter values (false, 0)',
    'select * from ledger.incoming',
    'truncate ledger.incoming',
    'alter table ledger.event disable trigger all',
    'drop table ledger.event',
    'create table ledger.mine (n integer)',
    `select ledger.leaf_of('x')`,
  ])('refuse the application: %s', async (statement) => {
    expect(await failureOf(app.query(statement))).toMatchObject(denied);
    await unchanged();
  });

  it.each([...changes, 'delete from ledger.counter', 'truncate ledger.counter'])(
    'refuse the owner too: %s',
    async (statement) => {
      expect(await failureOf(owner.query(statement))).toMatchObject(appendOnly);
      await unchanged();
    },
  );

  it.each([
    ['a stream that does not begin at 0', ['dossier-z'], [1], [idOf(90)]],
    ['a revision beyond the head', ['dossier-a'], [7], [idOf(90)]],
    ['a gap within the call', ['dossier-z', 'dossier-z'], [0, 2], [idOf(90), idOf(91)]],
  ])('let nobody append %s, whatever the client says', async (_, streams, revisions, ids) => {
    const texts = ids.map(() => '{}');
    const call = app.query('select ledger.append_group($1, $2, $3, $4, $4)', [streams, revisions, ids, texts]);
    expect(await failureOf(call)).toMatchObject({ code: 'LG001' });
    await unchanged();
  });

  it('let nobody number the ledger by arrays of unequal length', async () => {
    const call = app.query('select ledger.append_group($1, $2, $3, $4, $4)', [
      ['dossier-z'],
      [0],
      [idOf(90), idOf(91)],
      ['{}'],
    ]);
    expect(await failureOf(call)).toMatchObject({ code: '23502' });
    await unchanged();
  });

  it.each([
    ['a stream that does not begin at 0', [[0, 1]]],
    [
      'a gap in a stream',
      [
        [0, 0],
        [1, 2],
      ],
    ],
    [
      'a gap in the order',
      [
        [0, 0],
        [2, 1],
      ],
    ],
    ['an order that does not begin at 0', [[1, 0]]],
  ])('let nobody import %s', async (_, rows) => {
    await app.query('begin; select ledger.open_import()');
    for (const [ordinal, revision] of rows) {
      await app.query(`insert into ledger.incoming values ($1, $2, $3, 'dossier-z', 't', '{}')`, [
        ordinal,
        revision,
        idOf(90 + (ordinal ?? 0)),
      ]);
    }
    const failure = await failureOf(app.query('select ledger.close_import()'));
    await app.query('rollback');
    expect(failure).toMatchObject({ code: 'LG001' });
    await unchanged();
  });

  it('keep what a session left behind in the import table out of the next import', async () => {
    const other = await freshDatabase();
    await migrateLedger(other.ownerUrl);
    const session = new pg.Client({ connectionString: other.appUrl });
    await session.connect();
    await session.query(`insert into ledger.incoming values (0, 0, $1, 'dossier-left', 't', '{}')`, [idOf(80)]);
    await session.end();
    const importing = openPostgresStore({ appUrl: other.appUrl });
    await importing.importStreams([{ stream: 'dossier-b', events: eventsOf(1, 2) }]);
    expect((await all(importing.readAll())).map(({ stream }) => stream)).toEqual(['dossier-b', 'dossier-b']);
    await importing.close();
    await other.drop();
  });
});

describe('migration', () => {
  it('can be run again, and by two at the same time', async () => {
    const database = await freshDatabase();
    await Promise.all([migrateLedger(database.ownerUrl), migrateLedger(database.ownerUrl)]);
    const store = openPostgresStore({ appUrl: database.appUrl });
    await store.append(newStream('dossier-a', 1));
    await migrateLedger(database.ownerUrl);
    expect(await store.headPosition()).toBe(0n);
    await store.close();
    await database.drop();
  });
});
