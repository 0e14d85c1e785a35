import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { canonicalize } from '#evidence/canonical-json.ts';
import { all, eventOf, failureOf, idOf } from '../contract/samples.ts';
import type { EventStore, ExpectedRevision, NewEvent, StreamAppend } from '../event-store.ts';
import { freshDatabase, type FreshDatabase } from '../../../../test/support/postgres.ts';
import { migrateLedger, migrateSchema } from './migrate.ts';
import { ledger } from './migrations/0001-ledger.ts';
import { openPostgresStore } from './postgres-event-store.ts';

const denied = { code: '42501' };
const appendOnly = { code: 'LG002' };

describe('the guards of sealed values in PostgreSQL', () => {
  let database: FreshDatabase;
  let store: EventStore;
  let owner: pg.Client;
  let app: pg.Client;

  const noteOf = (n: number): NewEvent =>
    eventOf(n, { type: 'dossier.step-performed', data: { step: 'thẩm định', note: `Ghi chú ${n}` } });

  beforeAll(async () => {
    database = await freshDatabase();
    await migrateLedger(database.ownerUrl);
    store = openPostgresStore({ appUrl: database.appUrl });
    await store.append({ stream: 'dossier-a', expected: 'no-stream', events: [noteOf(1), noteOf(2)] });
    const named = { eventId: idOf(1), paths: ['/data/note'] };
    const erasure = eventOf(3, { type: 'sealed-field.erased', data: named });
    await store.append({ stream: `erasure-${idOf(1)}`, expected: 'no-stream', events: [erasure] });
    owner = new pg.Client({ connectionString: database.ownerUrl });
    app = new pg.Client({ connectionString: database.appUrl });
    await Promise.all([owner.connect(), app.connect()]);
  });

  afterAll(async () => {
    await Promise.all([owner.end(), app.end(), store.close()]);
    await database.drop();
  });

  const values = async (): Promise<string[]> =>
    (await all(store.readRaw())).flatMap(({ openings }) => openings.map(({ value }) => value));

  const changes = [
    `update ledger.sealed_value set value = 'khác'`,
    `update ledger.sealed_value set salt = salt where false`,
    'delete from ledger.sealed_value',
    'delete from ledger.sealed_value where position = 0',
    'truncate ledger.sealed_value',
  ];
  const salt = `decode(repeat('00', 32), 'hex')`;

  it.each([
    ...changes,
    `set ledger.erasure = '2'; delete from ledger.sealed_value where position = 0`,
    `insert into ledger.sealed_value values (2, '/data/note', ${salt}, 'thêm')`,
    `select ledger.keep_values(0, 2, array[1], array['/data/step'], array[${salt}], array['thêm'])`,
    'alter table ledger.sealed_value disable trigger all',
  ])('refuse the application: %s', async (statement) => {
    expect(await failureOf(app.query(statement))).toMatchObject(denied);
    expect(await values()).toEqual(['Ghi chú 1', 'Ghi chú 2']);
  });

  it.each([
    ...changes,
    'delete from ledger.sealed_value where false',
    `set ledger.erasure = '2'; delete from ledger.sealed_value`,
    `set ledger.erasure = '2'; delete from ledger.sealed_value where position = 1`,
    `set ledger.erasure = '1'; delete from ledger.sealed_value where position = 0`,
    `set ledger.erasure = '2'; truncate ledger.sealed_value`,
    `set ledger.erasure = '2'; update ledger.sealed_value set value = ''`,
  ])('refuse the owner too, whichever erasure is claimed: %s', async (statement) => {
    expect(await failureOf(owner.query(statement))).toMatchObject(appendOnly);
    await owner.query('reset ledger.erasure');
    expect(await values()).toEqual(['Ghi chú 1', 'Ghi chú 2']);
  });

  it.each([
    ['to an event that was stored before', 0, [1], 'LG001'],
    ['to an event that is not there yet', 3, [1], 'LG001'],
  ])('let nobody add a value %s', async (_, first, sealed, code) => {
    const parameters = [first, 1, sealed, ['/data/note'], [Buffer.alloc(32)], ['thêm']];
    const call = app.query('select ledger.import_values($1, $2, $3, $4, $5, $6)', parameters);
    expect(await failureOf(call)).toMatchObject({ code });
  });

  it.each([
    ['an event outside the call', [2], 32, 'LG001'],
    ['an event before the call', [0], 32, 'LG001'],
    ['a salt that is too short', [1], 31, '23514'],
  ])('let nobody append with a value for %s', async (_, sealed, saltBytes, code) => {
    const parameters = [['dossier-z'], [0], [idOf(90)], ['t'], ['{}'], sealed];
    const call = app.query('select ledger.append_group($1, $2, $3, $4, $5, $6, $7, $8, $9)', [
      ...parameters,
      ['/data/note'],
      [Buffer.alloc(saltBytes)],
      ['thêm'],
    ]);
    expect(await failureOf(call)).toMatchObject({ code });
    expect(await store.streamHead('dossier-z')).toBeNull();
  });

  it('look at the text of an erasure, not at what its columns say', async () => {
    const lie = ['erasure-lie', idOf(91), 'sealed-field.erased', canonicalize(noteOf(91))];
    const sql = 'select ledger.append_group(array[$1], array[0], array[$2::uuid], array[$3], array[$4])';
    const { rows } = await app.query<{ append_group: string }>(sql, lie);
    expect(await failureOf(store.erase(BigInt(rows[0]?.append_group ?? -1)))).toMatchObject({ why: 'no-erasure' });
    expect(await values()).toEqual(['Ghi chú 1', 'Ghi chú 2']);
  });
});

describe('values of sealed fields', () => {
  const sealedOf = (n: number): NewEvent =>
    eventOf(n, { type: 'dossier.step-performed', data: { note: `Ghi chú ${n}` } });
  const streamOf = (n: number, expected: ExpectedRevision): StreamAppend => ({
    stream: `dossier-${n}`,
    expected,
    events: [sealedOf(n), eventOf(n + 1), sealedOf(n + 2)],
  });

  it('are of the transaction of their event, whichever way it comes', async () => {
    const database = await freshDatabase();
    await migrateLedger(database.ownerUrl);
    const store = openPostgresStore({ appUrl: database.appUrl });
    await store.append(streamOf(10, 'no-stream'));
    await store.append(streamOf(20, 'any'));
    await store.importStreams([streamOf(30, 'no-stream'), streamOf(40, 'no-stream')]);
    // A chunk that knows one of its streams goes the careful way.
    await store.importStreams([streamOf(50, 'no-stream'), streamOf(10, 'no-stream')]);
    await Promise.allSettled([streamOf(60, 'any'), streamOf(70, 5), streamOf(80, 'any')].map((s) => store.append(s)));
    const owner = new pg.Client({ connectionString: database.ownerUrl });
    await owner.connect();
    const { rows } = await owner.query(
      `select v.position, v.value, v.xmin = e.xmin as together, e.canonical::jsonb ->> 'id' as id
       from ledger.sealed_value as v left join ledger.event as e using (position) order by position`,
    );
    await owner.end();
    await store.close();
    await database.drop();
    const positionsOf = (n: number, first: number): unknown[] => [
      { position: String(first), value: `Ghi chú ${n}`, together: true, id: idOf(n) },
      { position: String(first + 2), value: `Ghi chú ${n + 2}`, together: true, id: idOf(n + 2) },
    ];
    const order = [10, 20, 30, 40, 50, 60, 80];
    expect(rows).toEqual(order.flatMap((n, index) => positionsOf(n, 3 * index)));
  });

  it('leaves events from before fields were sealed as they are, and readable beside those of today', async () => {
    const database = await freshDatabase();
    await migrateSchema(database.ownerUrl, { name: 'ledger', migrations: [ledger] });
    const event = eventOf(1, { type: 'dossier.submitted', data: { proposal: 'Đề nghị cũ' } });
    const canonical = canonicalize({ ...event, stream: 'dossier-a' });
    const app = new pg.Client({ connectionString: database.appUrl });
    await app.connect();
    const sql = 'select ledger.append_group(array[$1], array[0], array[$2::uuid], array[$3], array[$4])';
    await app.query(sql, ['dossier-a', event.id, event.type, canonical]);
    await app.end();
    await migrateLedger(database.ownerUrl);
    const store = openPostgresStore({ appUrl: database.appUrl });
    expect(await store.append({ stream: 'dossier-a', expected: 'any', events: [event] })).toMatchObject({
      repeated: true,
    });
    await store.append({ stream: 'dossier-a', expected: 0, events: [{ ...event, id: idOf(2) }] });
    const raw = await all(store.readRaw());
    expect(raw).toMatchObject([
      { canonical, openings: [] },
      { openings: [{ path: '/data/proposal', value: 'Đề nghị cũ' }] },
    ]);
    expect(raw[1]?.canonical).not.toContain('Đề nghị cũ');
    expect((await all(store.readAll())).map(({ data }) => data)).toEqual([event.data, event.data]);
    await store.close();
    await database.drop();
  });
});
