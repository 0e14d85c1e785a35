import { chmod, cp, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { migrateLedger } from '#store/postgres/migrate.ts';
import { openPostgresStore } from '#store/postgres/postgres-event-store.ts';
import type { EventStore } from '#store/event-store.ts';
import { freshDatabase, type FreshDatabase } from '../../../../test/support/postgres.ts';
import { appendSamples, typesIn } from '../../../../test/support/sealed-ledger.ts';
import { runCli } from '../program.ts';

let folder: string;
const databases: FreshDatabase[] = [];

const newDatabase = async (): Promise<FreshDatabase> => {
  const database = await freshDatabase();
  databases.push(database);
  await migrateLedger(database.ownerUrl);
  return database;
};

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ledger-evidence-cli-'));
});
afterAll(async () => {
  for (const database of databases) await database.drop();
  await rm(folder, { recursive: true, force: true });
});

const on = async <Answer>(database: FreshDatabase, work: (store: EventStore) => Promise<Answer>): Promise<Answer> => {
  const store = openPostgresStore({ appUrl: database.appUrl });
  try {
    return await work(store);
  } finally {
    await store.close();
  }
};

type Said = { readonly exitCode: number; readonly lines: readonly string[]; readonly json: Record<string, unknown> };

const evidence = (database: FreshDatabase, dir: string, ...args: readonly string[]): Promise<Said> =>
  ledger(database, dir, 'evidence', ...args);

const ledger = async (database: FreshDatabase, dir: string, ...args: readonly string[]): Promise<Said> => {
  const lines: string[] = [];
  let json: unknown = {};
  const exitCode = await runCli(args, {
    output: {
      line: (text = '') => void lines.push(text),
      note: (text) => void lines.push(text),
      json: (value) => void (json = value),
      progress: () => ({ advance: () => undefined, end: () => undefined }),
    },
    env: {
      LEDGER_DATA_DIR: join(folder, 'data'),
      LEDGER_EVIDENCE_DIR: join(folder, dir),
      DATABASE_URL: database.ownerUrl,
      LEDGER_APP_DATABASE_URL: database.appUrl,
      LEDGER_LOG_LEVEL: 'silent',
    },
    stop: new AbortController().signal,
  });
  return { exitCode, lines, json: json as Record<string, unknown> };
};

type Checks = readonly { readonly name: string; readonly status: string; readonly message: string }[];
/** What the examination says of the evidence. */
const examined = async (database: FreshDatabase, dir: string) => {
  const { json } = await ledger(database, dir, 'doctor', '--json');
  return (json['checks'] as Checks).filter(({ name }) => name === 'evidence' || name === 'signing-key');
};

describe('ledger doctor', () => {
  it('tells whether the database agrees with the evidence, and whether the key is kept', async () => {
    const database = await newDatabase();
    await on(database, (store) => appendSamples(store, 0, 3));
    expect(await examined(database, 'e')).toMatchObject([{ name: 'evidence', status: 'warning' }]);
    await evidence(database, 'e', 'seal');
    const [agreed] = await examined(database, 'e');
    expect(agreed).toMatchObject({ status: 'ok', message: expect.stringContaining('5 sự kiện') });
    await chmod(join(folder, 'e/signing-key'), 0o644);
    const older = await newDatabase();
    await on(older, (store) => appendSamples(store, 0, 2));
    expect(await examined(older, 'e')).toMatchObject([
      {
        name: 'evidence',
        status: 'failed',
        message: expect.stringMatching(/có 2 sự kiện[^]*ledger evidence incarnation/),
        messageEn: expect.stringMatching(/holds 2 events[^]*ledger evidence incarnation/),
      },
      { name: 'signing-key', status: 'failed' },
    ]);
    await rm(join(folder, 'e/signing-key'));
    expect(await examined(database, 'e')).toMatchObject([
      { name: 'evidence', status: 'failed', message: expect.stringContaining('khóa ký') },
    ]);
  });
});

describe('ledger evidence', () => {
  it('shows what is not covered yet, and seals it when asked', async () => {
    const database = await newDatabase();
    await on(database, (store) => appendSamples(store, 0, 3));
    expect((await evidence(database, 'a', '--json')).json).toMatchObject({
      origin: 'so-cai.localhost/ledger',
      key: null,
      checkpoint: null,
      uncovered: '3',
    });
    expect((await evidence(database, 'a', 'seal', '--json')).json).toMatchObject({
      incarnation: 1,
      checkpoint: { size: '5' },
      uncovered: '0',
      refused: null,
    });
    const { lines } = await evidence(database, 'a', 'status');
    expect(lines.join('\n')).toMatch(/5 sự kiện \/ events, \d\d\/\d\d\/\d{4} \d\d:\d\d/);
    expect(lines.join('\n')).toContain('so-cai.localhost/ledger+');
    const seed = (await readFile(join(folder, 'a/signing-key'), 'utf8')).trim();
    expect(lines.join('\n')).not.toContain(seed);
  });

  it('refuses an older database in both languages, says what to do, and goes on only openly', async () => {
    const database = await newDatabase();
    await on(database, (store) => appendSamples(store, 0, 5));
    expect((await evidence(database, 'b', 'seal')).exitCode).toBe(0);
    const needless = await evidence(database, 'b', 'incarnation', '--reason', 'thử');
    expect(needless.exitCode).toBe(2);
    expect(needless.lines.join('\n')).toContain('--anyway');
    // The same evidence, and a database restored from before.
    const older = await newDatabase();
    await on(older, (store) => appendSamples(store, 0, 4));
    const refused = await evidence(older, 'b', 'seal');
    expect(refused.exitCode).toBe(1);
    expect(refused.lines.join('\n')).toMatch(/đưa về bản cũ[^]*set back to an older state/);
    expect(refused.lines.join('\n')).toContain('ledger evidence incarnation');
    const shown = (await evidence(older, 'b')).lines.join('\n');
    expect(shown).toContain('KHÔNG CÒN NIÊM PHONG');
    const began = await evidence(older, 'b', 'incarnation', '--reason', 'khôi phục sau hỏng đĩa', '--json');
    expect(began).toMatchObject({
      exitCode: 0,
      json: { incarnation: 2, origin: 'so-cai.localhost/ledger/2', refused: null },
    });
    const events = await on(older, async (store) => {
      const found: { type: string; data: unknown }[] = [];
      for await (const { type, data } of store.readStream('evidence-log')) found.push({ type, data });
      return found;
    });
    expect(events[0]).toMatchObject({
      type: 'ledger.incarnation-started',
      data: { incarnation: 2, formerOrigin: 'so-cai.localhost/ledger', size: '4', reason: 'khôi phục sau hỏng đĩa' },
    });
    const former = await readFile(join(folder, 'b/log/1/checkpoint'), 'utf8');
    expect(events[0]?.data).toMatchObject({ formerCheckpoint: former });
    expect((await evidence(older, 'b', 'seal', '--json')).json).toMatchObject({ incarnation: 2, uncovered: '0' });
    // What was signed before is still there to be compared.
    expect((await evidence(database, 'b', 'seal')).exitCode).toBe(1);
  });

  it('changes keys: the former one seals the change, the new one signs from then on', async () => {
    const database = await newDatabase();
    await on(database, (store) => appendSamples(store, 0, 2));
    expect(await evidence(database, 'c', 'rotate-key', '--reason', 'quá sớm')).toMatchObject({ exitCode: 2 });
    await evidence(database, 'c', 'seal');
    const before = (await evidence(database, 'c', '--json')).json;
    await cp(join(folder, 'c/signing-key'), join(folder, 'old-key'));
    const rotated = await evidence(database, 'c', 'rotate-key', '--reason', 'định kỳ', '--json');
    expect(rotated).toMatchObject({ exitCode: 0, json: { formerKey: before['key'], waitingIn: null } });
    const after = (await evidence(database, 'c', '--json')).json;
    expect(after['key']).toBe(rotated.json['key']);
    expect(after['key']).not.toBe(before['key']);
    const checkpoint = await readFile(join(folder, 'c/log/1/checkpoint'), 'utf8');
    // Signed by both: whoever trusts the former key sees that it knew of the new one.
    expect(checkpoint.match(/^— so-cai\.localhost\/ledger /gm)).toHaveLength(2);
    await on(database, (store) => appendSamples(store, 2, 3));
    expect((await evidence(database, 'c', 'seal', '--json')).json).toMatchObject({ uncovered: '0', refused: null });
    // The former key is no longer good for anything.
    await cp(join(folder, 'old-key'), join(folder, 'c/signing-key'));
    const refused = await evidence(database, 'c', 'seal');
    expect(refused.exitCode).toBe(1);
    expect(refused.lines.join('\n')).toContain('rotate-key');
    expect(await on(database, typesIn)).toHaveLength(7);
  });

  it('begins anew where the key is lost', async () => {
    const database = await newDatabase();
    await on(database, (store) => appendSamples(store, 0, 2));
    await evidence(database, 'd', 'seal');
    await rm(join(folder, 'd/signing-key'));
    expect((await evidence(database, 'd', 'seal')).lines.join('\n')).toContain('Không dùng được khóa ký');
    const began = await evidence(database, 'd', 'incarnation', '--reason', 'mất khóa', '--json');
    expect(began).toMatchObject({ exitCode: 0, json: { incarnation: 2, refused: null } });
  });
});
