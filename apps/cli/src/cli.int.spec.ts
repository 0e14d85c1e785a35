import { createServer, type Server } from 'node:net';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { streamOf } from '#domain/events.ts';
import type {
  CustodyInterval,
  CustodyRow,
  DossierDetail,
  Page,
  Stats,
  TimelineEntry,
  Trail,
} from '#contracts/views.ts';
import { canonicalize } from '#evidence/canonical-json.ts';
import { categoryOf } from '#store/envelope.ts';
import type { EventStore } from '#store/event-store.ts';
import { openPostgresStore } from '#store/postgres/postgres-event-store.ts';
import { root } from '../../../test/support/repository.ts';
import { freshDatabase, type FreshDatabase } from '../../../test/support/postgres.ts';
import { runCli } from './program.ts';

type Ended = {
  readonly code: number;
  readonly lines: readonly string[];
  readonly notes: readonly string[];
  readonly answer: unknown;
};
type Watch = { readonly stop?: AbortController; onProgress?(done: number): void; onJson?(value: unknown): void };

let dataDir: string;
const databases: FreshDatabase[] = [];

const freshLedger = async (): Promise<FreshDatabase> => {
  const database = await freshDatabase();
  databases.push(database);
  return database;
};

/** One command line against a database, in this process: what it says, where, and how it ends. */
const cli = async (database: FreshDatabase, args: readonly string[], watch: Watch = {}): Promise<Ended> => {
  const lines: string[] = [];
  const notes: string[] = [];
  let answer: unknown;
  const code = await runCli(args, {
    output: {
      line: (text = '') => void lines.push(text),
      json: (value) => {
        answer = value;
        watch.onJson?.(value);
      },
      note: (text) => void notes.push(text),
      progress: () => ({ advance: (done) => watch.onProgress?.(done), end: () => undefined }),
    },
    env: {
      DATABASE_URL: database.ownerUrl,
      LEDGER_APP_DATABASE_URL: database.appUrl,
      // Each ledger keeps its own evidence: another one's would show it as rolled back.
      LEDGER_DATA_DIR: join(dataDir, new URL(database.appUrl).pathname.slice(1)),
      LEDGER_LOG_LEVEL: 'silent',
    },
    stop: (watch.stop ?? new AbortController()).signal,
  });
  return { code, lines, notes, answer };
};

const demo = ['demo', '--no-serve', '--dossiers', '25'];

const withStore = async <T>({ appUrl }: FreshDatabase, read: (store: EventStore) => Promise<T>): Promise<T> => {
  const store = openPostgresStore({ appUrl });
  try {
    return await read(store);
  } finally {
    await store.close();
  }
};

/** Every event as readers get it, stream by stream, less its place and what the ledger notes of its own evidence. */
const textsOf = (database: FreshDatabase): Promise<string[]> =>
  withStore(database, async (store) => {
    const texts: string[] = [];
    for await (const { position: _, anchor: __, ...event } of store.readAll()) {
      if (categoryOf(event.stream) === 'evidence') continue;
      texts.push(`${event.stream} ${String(event.revision).padStart(4, '0')} ${canonicalize(event)}`);
    }
    return texts.sort();
  });

const execute = async (url: string, ...statements: readonly string[]): Promise<void> => {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    for (const statement of statements) await client.query(statement);
  } finally {
    await client.end();
  }
};

let ledger: FreshDatabase;
let built: Ended;

beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'ledger-cli-'));
  ledger = await freshLedger();
  built = await cli(ledger, demo);
}, 120_000);

afterAll(async () => {
  for (const database of databases) await database.drop();
  await rm(dataDir, { recursive: true, force: true });
});

const idsAfter = (word: string): string[] =>
  built.lines.filter((line) => line.startsWith(`${word}: `)).map((line) => line.slice(word.length + 2));

describe('the sample province in a ledger', () => {
  it('ends by naming officers and dossiers worth looking at, ids alone on their lines', () => {
    expect(built.code).toBe(0);
    expect(idsAfter('officer').length).toBeGreaterThanOrEqual(2);
    expect(idsAfter('dossier').length).toBeGreaterThanOrEqual(2);
    expect(built.lines.at(-1)).toMatch(/^dossier: HS-\d{4}-\d{5}$/);
  });

  it('adds nothing when built again', async () => {
    const before = await textsOf(ledger);
    const again = await cli(ledger, [...demo, '--json']);
    expect(again.code).toBe(0);
    expect(again.answer).toMatchObject({ added: 0, dossiers: 25, storyDossiers: 15, events: before.length });
    expect(await textsOf(ledger)).toEqual(before);
  });

  it('is the same to the letter in another ledger, interrupted and resumed there', async () => {
    const other = await freshLedger();
    const stop = new AbortController();
    const stopped = await cli(other, demo, { stop, onProgress: (done) => done > 600 && stop.abort() });
    expect(stopped.code).toBe(130);
    expect(stopped.notes.join()).toContain('chạy lại "ledger demo"');
    const half = (await textsOf(other)).length;
    const rest = await cli(other, [...demo, '--json']);
    const texts = await textsOf(other);
    expect(half).toBeGreaterThan(600);
    expect(rest.answer).toMatchObject({ added: texts.length - half });
    expect(texts).toEqual(await textsOf(ledger));
  }, 120_000);

  it('is not mixed with another sample', async () => {
    const { code, notes } = await cli(ledger, [...demo, '--seed', '7']);
    expect(code).toBe(1);
    expect(notes.join()).toContain('--seed');
  });

  it('is not mixed into a ledger with entries of its own', async () => {
    const real = await freshLedger();
    await cli(real, ['stats']);
    const store = openPostgresStore({ appUrl: real.appUrl });
    await store.append({
      stream: streamOf.officer('cb-1'),
      expected: 'no-stream',
      events: [
        {
          type: 'officer.registered',
          version: 1,
          data: { officerId: 'cb-1' },
          id: '0198f5a0-0000-7000-8000-000000000001',
          occurredAt: '2025-07-01T01:00:00.000Z',
          recordedAt: '2025-07-01T01:00:00.000Z',
          actor: { kind: 'unknown' },
          unit: null,
          capacity: 'own',
          provenance: { kind: 'entered' },
          correlationId: 'test',
          causationId: null,
        },
      ],
    });
    await store.close();
    const { code, notes } = await cli(real, demo);
    expect(code).toBe(1);
    expect(notes.join()).toContain('--data-dir');
    expect(await textsOf(real)).toHaveLength(1);
  });
});

describe('asking', () => {
  it('R32 answers a trail in both lines, in JSON as in the API, and all of it on request', async () => {
    const [officer = ''] = idsAfter('officer');
    const all = (await cli(ledger, ['trail', officer, '--all', '--json'])).answer as Trail;
    const page = (await cli(ledger, ['trail', officer, '--limit', '2', '--json'])).answer as Trail;
    const head = (await cli(ledger, ['trail', officer, '--line', 'head', '--json'])).answer as Trail;
    expect(all.items).toHaveLength(all.performer.intervals);
    expect(all.next).toBeNull();
    expect(page.items).toEqual(all.items.slice(0, 2));
    expect(page.next).not.toBeNull();
    expect(new Set(all.items.map(({ line }) => line))).toEqual(new Set(['performer']));
    expect(head.items.every(({ line }) => line === 'head')).toBe(true);
  });

  it('shows the same trail as an aligned table under Vietnamese headings', async () => {
    const [officer = ''] = idsAfter('officer');
    const { lines } = await cli(ledger, ['trail', officer, '--limit', '3']);
    const heading = lines.findIndex((line) => line.startsWith('Hồ sơ'));
    expect(lines[heading]).toMatch(/Từ .*Kết quả .*Hạn/);
    expect(lines.slice(heading + 2, heading + 5).every((line) => /\d\d\/\d\d\/\d{4} \d\d:\d\d/.test(line))).toBe(true);
  });

  it('goes on where a page ended', async () => {
    const [id = ''] = idsAfter('dossier');
    const page = async (...more: string[]): Promise<Page<TimelineEntry>> =>
      (await cli(ledger, ['dossier', id, '--timeline', '--limit', '1', '--json', ...more]))
        .answer as Page<TimelineEntry>;
    const first = await page();
    const second = await page('--cursor', first.next ?? '');
    expect([first, second].map(({ items }) => items.map(({ revision }) => revision))).toEqual([[0], [1]]);
  });

  it('R21 tells who held what at a moment gone by, by unit and officer', async () => {
    const [id = ''] = idsAfter('dossier');
    const { custody } = (await cli(ledger, ['dossier', id, '--json'])).answer as DossierDetail;
    const interval = custody[1] as CustodyInterval;
    const [holder, unit] = [interval.holder.id ?? '', interval.unit?.id ?? ''];
    const heldBy = async (...filter: string[]): Promise<string[]> =>
      (
        (await cli(ledger, ['custody', '--as-of', interval.beganAt, ...filter, '--json'])).answer as Page<CustodyRow>
      ).items
        .filter(({ dossierId }) => dossierId === id)
        .map((row) => row.holder.id ?? '');
    expect(await heldBy()).toEqual([holder]);
    expect(await heldBy('--unit', unit)).toEqual([holder]);
    expect(await heldBy('--officer', holder)).toEqual([holder]);
    expect(await heldBy('--officer', holder === 'CB-0001' ? 'CB-0002' : 'CB-0001')).toEqual([]);
    const mistyped = await cli(ledger, ['custody', '--officer', 'CB-9999']);
    expect([mistyped.code, mistyped.lines, mistyped.notes.join('\n')]).toEqual([
      1,
      [],
      expect.stringContaining('cán bộ mã "CB-9999"'),
    ]);
  });

  it('tells a dossier and its events', async () => {
    const [id = ''] = idsAfter('dossier');
    const detail = (await cli(ledger, ['dossier', id, '--json'])).answer as DossierDetail;
    const events = (await cli(ledger, ['dossier', id, '--timeline', '--limit', '200', '--json']))
      .answer as Page<TimelineEntry>;
    expect(detail.id).toBe(id);
    expect(events.items).toHaveLength(detail.revision + 1);
    expect(new Set(events.items.map(({ provenance }) => provenance))).toEqual(new Set(['sample']));
  });

  it('tells figures under the names of an import report', async () => {
    const stats = (await cli(ledger, ['stats', '--json'])).answer as Stats;
    // Those of the sample, and those of its stories.
    expect(stats.cases).toBe(25 + 15);
    expect(stats.nonPersonAccounts).toContain('he-thong-qlvb');
  });

  it.each([
    [['dossier', 'KHONG-CO'], 'hồ sơ "KHONG-CO"'],
    [['dossier', 'KHONG-CO', '--timeline'], 'hồ sơ "KHONG-CO"'],
    [['trail', 'KHONG-CO'], 'cán bộ mã "KHONG-CO"'],
  ])('says precisely what %j did not find, and answers nothing', async (args, said) => {
    const { code, notes, lines, answer } = await cli(ledger, args);
    expect(code).toBe(1);
    expect(notes.join()).toContain(said);
    expect([lines, answer]).toEqual([[], undefined]);
  });

  it('names officers to somebody who typed a name instead of an id', async () => {
    const { code, notes } = await cli(ledger, ['trail', 'nguyen']);
    expect(code).toBe(1);
    expect(notes.join()).toMatch(/Có phải: CB-\d{4} \(Nguyễn/);
  });
});

describe('importing', () => {
  it('ends by telling the figures of the ledger to whoever reads them as text', async () => {
    const log = (name: string): string => join(root, 'test/fixtures/import', name);
    const { code, lines } = await cli(await freshLedger(), [
      'import',
      log('reception.csv'),
      '--mapping',
      log('reception.yaml'),
    ]);
    expect(code).toBe(0);
    expect(lines.join('\n')).toMatch(/Cả sổ cái[^]*Lần chuyển giao \(handoffs\): +[1-9]/);
  });
});

describe('submissions and circulation', () => {
  it.each([
    [['submissions'], 'Kết quả'],
    [['submissions', '--refused'], 'TH-2026-02'],
    [['submissions', '--first-pass'], 'UBND xã Bắc Giao'],
    [['submissions', '--review-depth'], 'Chưa có cấp duyệt nào'],
    [['circulation'], 'Số lần chuyển'],
    [['circulation', '--ping-pong'], 'Trả lại ngay không phải là lỗi'],
  ])('R04 R22 %j speaks in words, and in JSON for machines', async (args, said) => {
    const words = await cli(ledger, args);
    expect([words.code, words.lines.join('\n')]).toEqual([0, expect.stringContaining(said)]);
    const { code, answer } = await cli(ledger, [...args, '--json']);
    expect([code, typeof answer]).toEqual([0, 'object']);
  });

  it('say in words that there is nothing', async () => {
    const empty = await freshLedger();
    const said = async (...args: readonly string[]) => (await cli(empty, args)).lines.join('\n');
    expect(await said('submissions', '--refused')).toContain('Không có việc nào');
    expect(await said('submissions', '--first-pass')).toContain('Chưa có hồ sơ trình nào');
  });
});

describe('usage', () => {
  const names = [
    'start',
    'demo',
    'import',
    'trail',
    'dossier',
    'custody',
    'submissions',
    'circulation',
    'stats',
    'export',
    'rebuild',
    'doctor',
  ];

  it.each(names)('%s has --help, in Vietnamese with English beside, and --json', async (name) => {
    const { code, lines } = await cli(ledger, [name, '--help']);
    expect(code).toBe(0);
    expect(lines.join()).toContain(`Cách dùng / Usage: ledger ${name}`);
    expect(lines.join()).toContain('--json');
  });

  it.each([
    [['no-such-command'], 'Không có lệnh này'],
    [['stats', '--no-such-option'], 'Không có tùy chọn này: --no-such-option'],
    [['trail'], 'Thiếu đối số: officer'],
    [['trail', 'a', 'b'], 'Thừa đối số'],
    [['trail', 'a', '--line', 'both'], 'Giá trị không hợp lệ'],
    [['custody', '--limit', '201'], 'Giá trị không hợp lệ'],
    [['custody', '--as-of', '2025-02-30'], 'Giá trị không hợp lệ'],
    [['custody', '--cursor', 'abc'], 'Con trỏ'],
    [['import', 'log.csv', '--mapping', 'none.yaml'], 'Không mở được none.yaml: không có tệp này.'],
    [['dossier', 'a', '--timeline', '--as-of', '2025-07-01'], 'mâu thuẫn'],
  ])('%j ends with 2 and says why', async (args, said) => {
    const { code, notes, lines } = await cli(ledger, args);
    expect(code).toBe(2);
    expect(notes.join()).toContain(said);
    expect(lines).toEqual([]);
  });

  it('says errors in JSON to those who asked for JSON', async () => {
    const { notes } = await cli(ledger, ['dossier', 'KHONG-CO', '--json']);
    expect(JSON.parse(notes[0] ?? '')).toMatchObject({ error: { messageEn: 'The ledger has no dossier "KHONG-CO".' } });
  });
});

describe("an operator's own PostgreSQL", () => {
  it('is named in words when it cannot be used', async () => {
    const nowhere = new URL(ledger.ownerUrl);
    nowhere.pathname = '/no_such_database';
    const { code, notes } = await cli({ ...ledger, ownerUrl: nowhere.href }, ['stats']);
    expect(code).toBe(1);
    expect(notes.join()).toContain('DATABASE_URL: không có cơ sở dữ liệu ấy');
  });

  it('needs nothing but the application login: its rights in the database come with the first command', async () => {
    const bare = await freshLedger();
    const database = new URL(bare.ownerUrl).pathname.slice(1);
    await execute(bare.ownerUrl, `revoke create, temporary on database ${database} from ledger_app`);
    expect((await cli(bare, ['stats', '--json'])).answer).toMatchObject({ cases: 0 });
  });
});

describe('upkeep', () => {
  it('rebuilds the views and answers as before', async () => {
    const before = (await cli(ledger, ['stats', '--json'])).answer;
    const { code, answer } = await cli(ledger, ['rebuild', '--json']);
    expect(code).toBe(0);
    expect(answer).toMatchObject({
      events: await withStore(ledger, async (store) => String((await store.headPosition()) + 1n)),
    });
    expect((await cli(ledger, ['stats', '--json'])).answer).toEqual(before);
  });

  it('finds nothing wrong with a sound ledger', async () => {
    const { code, answer } = await cli(ledger, ['doctor', '--all', '--json']);
    expect(answer).toMatchObject({ healthy: true });
    expect(code).toBe(0);
  });

  it('finds an event changed behind its back', async () => {
    const broken = await freshLedger();
    await cli(broken, demo);
    await execute(
      broken.adminUrl,
      'alter table ledger.event disable trigger all',
      `update ledger.event set canonical = canonical || ' ' where position = 40`,
    );
    const { code, answer } = await cli(broken, ['doctor', '--json']);
    expect(code).toBe(1);
    expect(failedIn(answer)).toContain('canonical-text');
  }, 120_000);

  it('finds a right too many, a missing event and a parked view', async () => {
    const broken = await freshLedger();
    await cli(broken, demo);
    await execute(
      broken.adminUrl,
      'alter table ledger.event disable trigger all',
      'grant update on ledger.event to ledger_app',
      'delete from ledger.event where position = 30',
      `update views.checkpoint set parked_position = 31, parked_error = 'poison' where projection = 'custody'`,
    );
    const { code, answer } = await cli(broken, ['doctor', '--json']);
    expect(code).toBe(1);
    expect(failedIn(answer)).toEqual(
      expect.arrayContaining(['positions', 'application-rights', 'owner-rights', 'view-custody']),
    );
  }, 120_000);
});

const failedIn = (answer: unknown): string[] =>
  (answer as { checks: { name: string; status: string }[] }).checks
    .filter(({ status }) => status === 'failed')
    .map(({ name }) => name);

const occupied = (): Promise<Server> =>
  new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => resolve(server));
  });

describe('serving', () => {
  it('serves the ledger on one port until it is told to stop', async () => {
    const stop = new AbortController();
    let ready: Promise<number> = Promise.resolve(0);
    const { code, answer } = await cli(ledger, ['start', '--port', '0', '--json'], {
      stop,
      onJson: (value) => {
        const { health } = value as { health: string };
        ready = fetch(health)
          .then(({ status }) => status)
          .finally(() => stop.abort());
      },
    });
    expect(await ready).toBe(200);
    expect(code).toBe(0);
    await expect(fetch((answer as { url: string }).url)).rejects.toThrow('fetch failed');
  });

  it('says precisely that a port is in use', async () => {
    const server = await occupied();
    const { port } = server.address() as { port: number };
    const empty = await freshLedger();
    const ends = [
      await cli(ledger, ['start', '--port', String(port)]),
      await cli(empty, ['demo', '--port', String(port)]),
    ];
    server.close();
    expect(ends.map(({ code }) => code)).toEqual([1, 1]);
    for (const { notes } of ends) expect(notes.join()).toContain(`127.0.0.1:${String(port)}`);
    // The demo looked before it built for a minute.
    expect((await cli(empty, ['stats', '--json'])).answer).toMatchObject({ cases: 0 });
  });
});
