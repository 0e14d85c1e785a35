import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { all, failureOf, idOf, newStream } from '../contract/samples.ts';
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
    `update ledger.event set type = 'other' where false`,
  ];

  it.each([
    ...changes,
    `insert into ledger.event values (99, gen_random_uuid(), 0, 'dossier-z', 't', '{}')`,
    'update ledger.counter set next_position = 0',
    'delete from ledger.counter',
    'insert into ledger.counter values (false, 0)',
    'select * from ledger.incoming',
    'truncate ledger.incoming',
    'alter table ledger.event disable trigger all',
    'drop table ledger.event',
    'create table ledger.mine (n integer)',
    'update ledger.incoming set position = 9',
    'delete from ledger.incoming',
    'select ledger.check_incoming()',
  ])('refuse the application: %s', async (statement) => {
    expect(await failureOf(app.query(statement))).toMatchObject(denied);
    await unchanged();
  });

  it.each([
    ...changes,
    'delete from ledger.counter',
    'truncate ledger.counter',
    'update ledger.incoming set revision = 9',
    'delete from ledger.incoming',
    'truncate ledger.incoming',
  ])('refuse the owner too: %s', async (statement) => {
    expect(await failureOf(owner.query(statement))).toMatchObject(appendOnly);
    await unchanged();
  });

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
    ['a stream that does not begin at 0', [[3, 1]], 'LG001'],
    ['a continuation of a stream', [[3, 3, 'dossier-a']], 'LG001'],
    [
      'a gap in a stream',
      [
        [3, 0],
        [4, 2],
      ],
      'LG001',
    ],
    [
      'a gap in the order',
      [
        [3, 0],
        [5, 1],
      ],
      'LG001',
    ],
    ['an order that does not follow on the last position', [[4, 0]], 'LG001'],
    ['a position that is taken', [[2, 0]], '23505'],
    ['a position before the first', [[-1, 0]], '23514'],
    ['a revision that is taken', [[3, 0, 'dossier-a']], '23505'],
  ] as const)('let nobody import %s', async (_, rows, code) => {
    const values = rows.map(
      ([position, revision, stream], n) =>
        `(${position}, '${idOf(90 + n)}', ${revision}, '${stream ?? 'dossier-z'}', 't', '{}')`,
    );
    expect(await failureOf(app.query(`insert into ledger.incoming values ${values.join()}`))).toMatchObject({ code });
    await unchanged();
  });

  it('let nobody bring a leaf of his own', async () => {
    const call = app.query(
      `insert into ledger.incoming (position, id, revision, stream, type, canonical, leaf)
       values (3, '${idOf(90)}', 0, 'dossier-z', 't', '{}', '\\x00')`,
    );
    expect(await failureOf(call)).toMatchObject({ code: '428C9' });
    await unchanged();
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
