import { createHash } from 'node:crypto';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { RecordedEvent } from '#domain/events.ts';
import type { Clock } from '#platform/clock.ts';
import type { EventStore, ImportedStream } from '#store/event-store.ts';
import { MemoryEventStore } from '#store/memory/memory-event-store.ts';
import { freshDatabase, type FreshDatabase } from '../../../../test/support/postgres.ts';
import type { ImportReport } from './import-report.ts';
import { runImport, type ImportMeans, type ImportMode, type ImportRequest } from './run-import.ts';

const fixtures = new URL('../../../../test/fixtures/import/', import.meta.url);
const fixture = (name: string): string => new URL(name, fixtures).pathname;
const clock: Clock = { now: () => '2025-01-01T00:00:00.000Z' };

let database: FreshDatabase;
let folder: string;
let store: MemoryEventStore;
let names: Map<string, string>;

beforeAll(async () => {
  database = await freshDatabase();
  folder = await mkdtemp(join(tmpdir(), 'import-'));
});
afterAll(async () => {
  await database.drop();
  await rm(folder, { recursive: true });
});
beforeEach(() => {
  store = new MemoryEventStore();
  names = new Map();
});
afterEach(() => store.close());

type Options = { readonly mapping?: string; readonly mode?: ImportMode; readonly stop?: AbortSignal };

const request = async (
  path: string,
  { mapping: mappingText, mode = 'store' }: Options = {},
): Promise<ImportRequest> => ({
  path,
  mappingText: mappingText ?? (await readFile(fixture('reception.yaml'), 'utf8')),
  mode,
});
const means = (stop = new AbortController().signal): ImportMeans => ({
  appUrl: database.appUrl,
  store,
  clock,
  rememberName: async (id, name) => void names.set(id, name),
  progress: () => ({ advance: () => undefined, end: () => undefined }),
  stop,
});
const importFile = async (path: string, options: Options = {}): Promise<ImportReport> =>
  runImport(await request(path, options), means(options.stop));
const importText = async (text: string | Buffer, options?: Options, name = 'log.csv'): Promise<ImportReport> => {
  const path = join(folder, name);
  await writeFile(path, text);
  return importFile(path, options);
};
const ledger = async (): Promise<readonly RecordedEvent[]> => {
  const events: RecordedEvent[] = [];
  for await (const event of store.readAll()) events.push(event as unknown as RecordedEvent);
  return events;
};
const typesOf = async (dossier: string): Promise<readonly string[]> =>
  (await ledger())
    .filter(({ stream }) => stream === `dossier-${dossier}`)
    .map(({ type }) => type.slice('dossier.'.length));

describe('importing a log', () => {
  it('stores each case as a life: registered, assigned, steps with the handoffs between them, completed', async () => {
    const report = await importFile(fixture('reception.csv'));
    expect(report.added).toMatchObject({ cases: 6, rows: 15, officers: 3, accounts: 3, units: 2 });
    expect(report.faultCount).toBe(0);
    expect(await typesOf('HS-01')).toEqual([
      'registered',
      'assigned',
      'step-performed',
      'step-performed',
      'handed-off',
      'step-performed',
      'handed-off',
      'step-performed',
      'completed',
    ]);
    expect(await typesOf('HS-03')).toEqual([
      'registered',
      'assigned',
      'step-performed',
      'handed-off',
      'step-performed',
    ]);
  });

  it('marks what it concluded, and says from which line of which file everything came', async () => {
    await importFile(fixture('reception.csv'));
    const sha256 = createHash('sha256')
      .update(await readFile(fixture('reception.csv')))
      .digest('hex');
    const events = (await ledger()).filter(({ stream }) => stream === 'dossier-HS-01');
    expect(events.map(({ provenance }) => provenance)).toEqual(
      [
        [2, true],
        [2, false],
        [2, false],
        [6, false],
        [5, true],
        [5, false],
        [15, true],
        [15, false],
        [15, false],
      ].map(([line, inferred]) => ({ kind: 'import', importId: sha256, line, inferred })),
    );
  });

  it('keeps the order of the file for steps of one moment, written with two offsets', async () => {
    await importFile(fixture('reception.csv'));
    const steps = (await ledger()).filter(
      ({ stream, type }) => stream === 'dossier-HS-06' && type === 'dossier.step-performed',
    );
    expect(steps.map(({ data, occurredAt }) => [(data as { step: string }).step, occurredAt])).toEqual([
      ['Tiếp nhận', '2024-03-07T02:00:00.000Z'],
      ['Trả kết quả', '2024-03-07T02:00:00.000Z'],
    ]);
  });

  it('completes at the real end the log states, even where steps follow it', async () => {
    await importFile(fixture('reception.csv'));
    const end = (await ledger()).find(({ stream, type }) => stream === 'dossier-HS-06' && type === 'dossier.completed');
    expect(end?.occurredAt).toBe('2024-03-06T01:00:00.000Z');
  });

  it('keeps accounts apart from persons, and a person’s name out of the ledger', async () => {
    await importFile(fixture('reception.csv'));
    const events = await ledger();
    const accounts = events.flatMap((event) =>
      event.type === 'account.registered' ? [[event.data.accountId, event.data.accountKind] as const] : [],
    );
    expect(new Map(accounts)).toEqual(
      new Map([
        ['quantri1', 'shared'],
        ['TEST', 'test'],
        ['thu', 'test'],
      ]),
    );
    expect([...names.values()]).toEqual(['Nguyễn Thị Bình']);
    expect(
      JSON.stringify(events, (_, value: unknown) => (typeof value === 'bigint' ? String(value) : value)),
    ).not.toContain('Bình');
  });

  it('gives a value that means "none" no unit and no responsible person', async () => {
    await importFile(fixture('reception.csv'));
    const held = (await ledger()).flatMap((event) => (event.type === 'dossier.registered' ? [event.data] : []));
    expect(held.find(({ dossierId }) => dossierId === 'HS-03')?.holder).toEqual({
      party: { kind: 'account', id: 'quantri1' },
      unit: null,
    });
    expect(await typesOf('HS-06')).not.toContain('assigned');
  });

  it.each(['reception.xes', 'reception.xes.gz'])('reads the same ledger from %s', async (name) => {
    await importFile(fixture('reception.csv'));
    const report = await importFile(fixture(name));
    expect([report.added.cases, report.added.ledgerEvents, report.repeated.cases, report.faultCount]).toEqual([
      0, 0, 6, 0,
    ]);
  });
});

describe('importing again', () => {
  it('adds nothing', async () => {
    await importFile(fixture('reception.csv'));
    const before = await store.headPosition();
    const report = await importFile(fixture('reception.csv'));
    expect([report.added.ledgerEvents, report.repeated.cases]).toEqual([0, 6]);
    expect(await store.headPosition()).toBe(before);
  });

  it('knows a case again in a file with another order, line ends and spelling of the same letters', async () => {
    await importFile(fixture('reception.csv'));
    const [header = '', ...rows] = (await readFile(fixture('reception.csv'), 'utf8')).trimEnd().split('\n');
    // HS-06 has two steps of one moment: there the order of the file is a statement.
    const shuffled = [
      ...rows.filter((row) => !row.startsWith('HS-06')).toReversed(),
      ...rows.filter((row) => row.startsWith('HS-06')),
    ];
    const text = `\uFEFF${[header, ...shuffled].join('\r\n')}\r\n`.normalize('NFD');
    const report = await importText(text);
    expect([report.added.cases, report.repeated.cases, report.faultCount]).toEqual([0, 6, 0]);
  });

  it('adds only the cases that a longer file brings', async () => {
    const text = await readFile(fixture('reception.csv'), 'utf8');
    await importText(
      text
        .split('\n')
        .filter((row) => !row.startsWith('HS-05'))
        .join('\n'),
    );
    const report = await importText(text);
    expect([report.added.cases, report.repeated.cases]).toEqual([1, 5]);
  });

  it('refuses a case that says something else now, and overwrites nothing', async () => {
    const text = await readFile(fixture('reception.csv'), 'utf8');
    await importText(text);
    const before = await store.headPosition();
    const report = await importText(
      text.replace('HS-02,e2', 'HS-02,e99').replace('2024-03-01T09:01', '2024-03-01T09:02'),
    );
    expect(report.faults).toMatchObject([{ case: 'HS-02', line: 3, code: 'case.already-recorded' }]);
    expect([report.leftOut.cases, await store.headPosition()]).toEqual([1, before]);
  });

  it('refuses cases of somebody who is a person in the ledger and an account in the mapping', async () => {
    await importFile(fixture('reception.csv'));
    const mapping = (await readFile(fixture('reception.yaml'), 'utf8')).replace(
      '[TEST, thu]',
      '[TEST, thu, can-bo-03]',
    );
    const text = (await readFile(fixture('reception.csv'), 'utf8')).replaceAll('HS-', 'HT-');
    const report = await importText(text, { mapping });
    expect(report.faults.map(({ case: id, facts }) => [id, facts['rule']])).toEqual([
      ['HT-02', 'party.id-taken'],
      ['HT-06', 'party.id-taken'],
    ]);
  });

  it('goes on after being stopped, and ends as if it had not been', async () => {
    const stopped = new AbortController();
    stopped.abort();
    await expect(importFile(fixture('reception.csv'), { stop: stopped.signal })).rejects.toThrow('stopped');
    const report = await importFile(fixture('reception.csv'));
    expect([report.added.cases, report.read]).toEqual([6, 15]);
  });
});

describe('an import that breaks off', () => {
  /** Stores the first streams, and dies before the next. */
  const dyingAfter = (streams: number): EventStore =>
    Object.assign(Object.create(store) as EventStore, {
      importStreams: async (source: AsyncIterable<ImportedStream>) => {
        const kept: ImportedStream[] = [];
        for await (const stream of source) {
          if (kept.length === streams) break;
          kept.push(stream);
        }
        await store.importStreams(kept);
        throw new Error('power cut');
      },
      readStream: store.readStream.bind(store),
      streamHead: store.streamHead.bind(store),
      headPosition: store.headPosition.bind(store),
    });

  it.each([0, 1, 5, 10])('after %i streams is finished by the next one, to the same ledger', async (streams) => {
    const broken = runImport(await request(fixture('reception.csv')), { ...means(), store: dyingAfter(streams) });
    await expect(broken).rejects.toThrow('power cut');
    const report = await importFile(fixture('reception.csv'));
    expect(report.added.cases + report.repeated.cases).toBe(6);
    const resumed = (await ledger()).map(({ id }) => id);
    store = new MemoryEventStore();
    await importFile(fixture('reception.csv'));
    expect(new Set(resumed)).toEqual(new Set((await ledger()).map(({ id }) => id)));
  });

  it('reads on where reading stopped, without storing a row twice', async () => {
    const rows = Array.from(
      { length: 25_000 },
      (_, i) => `K${String(i % 5_000)},x${String(i)},2024-03-01T08:00:00Z,p1,,`,
    );
    await writeFile(join(folder, 'long.csv'), lines(...rows));
    let reads = 0;
    const stop = new AbortController();
    const stopping = {
      ...means(stop.signal),
      progress: () => ({ advance: () => void (reads++ > 2 && stop.abort()), end: () => undefined }),
    };
    const long = { path: join(folder, 'long.csv'), mappingText: mapping, mode: 'dry-run' } as const;
    await expect(runImport(long, stopping)).rejects.toThrow('stopped');
    const report = await runImport(long, means());
    expect([report.read, report.added.rows, report.added.cases]).toEqual([25_000, 25_000, 5_000]);
  });
});

describe('the worked example of docs/import.md', () => {
  it('comes out as the page says', async () => {
    const page = await readFile(new URL('../../../../docs/import.md', import.meta.url), 'utf8');
    const block = (language: string): string =>
      new RegExp(`\`\`\`${language}\n([^]*?)\`\`\``, 'u').exec(page)?.[1] ?? '';
    await importText(block('csv'), { mapping: block('yaml') }, 'hoso.csv');
    const said = [...page.matchAll(/^\| `(dossier\.[a-z-]+)` +\| (\d\d)\/(\d\d)\/(\d{4}) +(\d\d:\d\d) /gmu)].map(
      ([, type, day = '', month = '', year = '', time = '']) => [
        type,
        new Date(`${year}-${month}-${day}T${time}:00+07:00`).toISOString(),
      ],
    );
    const stored = (await ledger()).filter(({ stream }) => stream === 'dossier-2024-17');
    expect(said).toHaveLength(8);
    expect(stored.map(({ type, occurredAt }) => [type, occurredAt])).toEqual(said);
    expect(
      stored.map(({ type, provenance }) => provenance.kind === 'import' && provenance.inferred && type).filter(Boolean),
    ).toEqual(['dossier.registered', 'dossier.handed-off', 'dossier.handed-off']);
  });
});

const mapping = `
version: 1
fields: { case: c, activity: a, time: t, person: p, subject: s, deadline: d }
constants: { issuer: i, type: t }
`;
const header = 'c,a,t,p,s,d';
const good = 'K1,x,2024-03-01T08:00:00Z,p1,,';
const lines = (...rows: readonly string[]): string => `${[header, ...rows].join('\n')}\n`;

describe('a faulty row', () => {
  it.each([
    ['a time that cannot be read', 'K2,x,01/13/2024,p1,,', 'row.time-unreadable'],
    ['a time of no calendar', 'K2,x,2024-02-30T08:00:00Z,p1,,', 'row.time-unreadable'],
    ['no time', 'K2,x,,p1,,', 'row.time-missing'],
    ['no activity', 'K2, ,2024-03-01T08:00:00Z,p1,,', 'row.activity-missing'],
    ['a deadline that cannot be read', 'K2,x,2024-03-01T08:00:00Z,p1,,soon', 'row.time-unreadable'],
    ['a column too few', 'K2,x,2024-03-01T08:00:00Z,p1,', 'row.column-count'],
    ['a column too many', 'K2,x,2024-03-01T08:00:00Z,p1,,,', 'row.column-count'],
    ['a misplaced quote', 'K2,x,2024-03-01T08:00:00Z,p"1,,', 'row.quote'],
    ['a NUL', 'K2,x,2024-03-01T08:00:00Z,p\u00001,,', 'row.damaged-text'],
    ['ten megabytes in one value', `K2,x,2024-03-01T08:00:00Z,p1,"${'x'.repeat(10_000_000)}",`, 'row.too-large'],
    ['a step in the future', 'K2,x,2031-03-01T08:00:00Z,p1,,', 'case.refused'],
  ])('with %s leaves out its whole case, and the rest goes in', async (_, row, code) => {
    const report = await importText(
      lines(good, 'K2,w,2024-03-01T07:00:00Z,p1,,', row, 'K3,x,2024-03-01T08:00:00Z,p1,,'),
      { mapping },
    );
    expect(report.faults.map((fault) => [fault.line, fault.case, fault.code])).toEqual([[4, 'K2', code]]);
    expect(report.faults[0]?.reason).not.toMatch(/[{}]/u);
    expect([report.added.cases, report.leftOut.cases]).toEqual([2, 1]);
    expect(await typesOf('K2')).toEqual([]);
  });

  it('without a case is reported, and every case goes in', async () => {
    const report = await importText(lines(good, ',x,2024-03-01T08:00:00Z,p1,,'), { mapping });
    expect(report.faults.map(({ line, case: id, code }) => [line, id, code])).toEqual([[3, null, 'row.case-missing']]);
    expect(report.added.cases).toBe(1);
  });

  it('with bytes that are no UTF-8 leaves out its case', async () => {
    const text = Buffer.concat([
      Buffer.from(`${header}\n${good}\nK2,x,2024-03-01T08:00:00Z,`),
      Buffer.from([0xc3, 0x28]),
      Buffer.from(',,\n'),
    ]);
    const report = await importText(text, { mapping });
    expect(report.faults.map(({ case: id, code }) => [id, code])).toEqual([['K2', 'row.damaged-text']]);
  });

  it('can be two rows that contradict each other', async () => {
    const report = await importText(
      lines('K2,x,2024-03-01T08:00:00Z,p1,,2024-04-01', 'K2,y,2024-03-02T08:00:00Z,p1,,2024-04-02'),
      { mapping },
    );
    expect(report.faults).toMatchObject([
      { line: 3, case: 'K2', code: 'case.conflicting-value', facts: { field: 'deadline' } },
    ]);
  });

  it('keeps the text of a formula as it is', async () => {
    await importText(lines('K1,x,2024-03-01T08:00:00Z,p1,"=cmd|\' /C calc\'!A0",'), { mapping });
    const [registered] = (await ledger()).flatMap((event) => (event.type === 'dossier.registered' ? [event.data] : []));
    expect(registered?.subject).toBe("=cmd|' /C calc'!A0");
  });

  it('counts a numbered event told twice once, and refuses one number with two contents', async () => {
    const numbered = mapping.replace('fields: {', 'fields: { event: s,');
    const once = await importText(lines('K1,x,2024-03-01T08:00:00Z,p1,e1,', 'K1,x,2024-03-01T08:00:00Z,p1,e1,'), {
      mapping: numbered.replace(', subject: s', ''),
    });
    expect([once.added.rows, once.duplicateRows, once.faultCount]).toEqual([1, 1, 0]);
    const twice = await importText(lines('K2,x,2024-03-01T08:00:00Z,p1,e1,', 'K2,y,2024-03-01T08:00:00Z,p1,e1,'), {
      mapping: numbered.replace(', subject: s', ''),
    });
    expect(twice.faults.map(({ code }) => code)).toEqual(['case.event-id-reused']);
  });

  it('stores two equal rows as two steps where the log does not number its events', async () => {
    const report = await importText(lines(good, good), { mapping });
    expect(report.added.rows).toBe(2);
  });
});

describe('a faulty file', () => {
  const faultOf = async (text: string | Buffer, name?: string): Promise<readonly unknown[]> => {
    const report = await importText(text, { mapping }, name);
    expect(await store.headPosition()).toBe(-1n);
    return [report.faults.map(({ code, line }) => [code, line]), report.outcome];
  };

  it.each([
    ['a quote that never closes', lines(good, 'K2,"x,2024-03-01T08:00:00Z,p1,,'), [['file.quote-open', 3]]],
    ['no column of that name', 'c,a,t\nK1,x,2024-03-01T08:00:00Z\n', [['file.column-missing', 1]]],
    ['one column twice', 'c,a,t,p,s,d,c\n', [['file.header-repeats', 1]]],
    ['nothing in it', '', [['file.empty', null]]],
  ])('with %s stores nothing', async (_, text, faults) => {
    expect(await faultOf(text)).toEqual([faults, 'nothing-stored']);
  });

  it('packed and cut short stores nothing', async () => {
    const packed = gzipSync(lines(...Array.from({ length: 500 }, (_, i) => good.replace('K1', `K${String(i)}`))));
    expect(await faultOf(packed.subarray(0, packed.length / 2), 'log.csv.gz')).toEqual([
      [['file.compression', null]],
      'nothing-stored',
    ]);
  });
});

describe('asking first', () => {
  const faulty = lines(good, 'K2,x,never,p1,,');

  it('says in a dry run what would be added, and stores nothing', async () => {
    const dry = await importText(faulty, { mapping, mode: 'dry-run' });
    expect([dry.outcome, await store.headPosition(), names.size]).toEqual(['dry-run', -1n, 0]);
    const stored = await importText(faulty, { mapping });
    expect({ ...dry, outcome: null }).toEqual({ ...stored, outcome: null });
  });

  it('stores nothing at all of a faulty log with --strict, and all of a good one', async () => {
    const strict = await importText(faulty, { mapping, mode: 'strict' });
    expect([strict.outcome, strict.faultCount, await store.headPosition()]).toEqual(['nothing-stored', 1, -1n]);
    const whole = await importText(lines(good), { mapping, mode: 'strict' });
    expect([whole.outcome, whole.added.cases]).toEqual(['stored', 1]);
  });

  it('counts only the rows that the mapping asks for', async () => {
    const only = `${mapping}only: { name: a, values: [x] }\n`;
    const report = await importText(lines(good, 'K1,y,2024-03-01T09:00:00Z,p2,,'), { mapping: only });
    expect([report.read, report.notAskedFor, report.added.rows]).toEqual([2, 1, 1]);
  });
});
