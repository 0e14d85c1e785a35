import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';
import { Command } from 'commander';
import { parse } from 'csv-parse/sync';
import { SaxesParser } from 'saxes';
import { freshDatabase, type FreshDatabase } from '../../../../test/support/postgres.ts';
import type { CliContext } from '../frame/context.ts';
import { CliFailure } from '../frame/failure.ts';
import { exportCommand } from './export.ts';
import { importCommand } from './import.ts';
import { statsCommand } from './stats.ts';

const root = new URL('../../../../', import.meta.url);
const fixture = (name: string): string => new URL(`test/fixtures/import/${name}`, root).pathname;
const json = async (path: string): Promise<Record<string, unknown>> =>
  JSON.parse(await readFile(path, 'utf8')) as Record<string, unknown>;

const figures = {
  cases: 6,
  events: 15,
  directSuccessions: 9,
  handoffs: 8,
  handoffPairs: 5,
  bounces: 3,
  bouncedCases: 2,
  lateClosed: 2,
  unclosed: 1,
  responsibleNeverActed: 2,
};
const accounts = { nonPersonAccounts: ['TEST', 'quantri1', 'thu'] };

let folder: string;
const databases: FreshDatabase[] = [];

/** A ledger of its own: what a command line says, prints and ends with. */
const freshLedger = async () => {
  const database = await freshDatabase();
  databases.push(database);
  return async (...args: readonly string[]): Promise<{ readonly status: number; readonly answer: unknown }> => {
    let answer: unknown = null;
    const context: CliContext = {
      output: {
        line: () => undefined,
        json: (value) => void (answer = value),
        note: () => undefined,
        progress: () => ({ advance: () => undefined, end: () => undefined }),
      },
      env: { DATABASE_URL: database.ownerUrl, LEDGER_APP_DATABASE_URL: database.appUrl, LEDGER_DATA_DIR: folder },
      stop: new AbortController().signal,
    };
    const program = new Command().exitOverride();
    for (const command of [importCommand, exportCommand, statsCommand])
      program.addCommand(
        command(context)
          .exitOverride()
          .configureOutput({ writeErr: () => undefined }),
      );
    try {
      await program.parseAsync(args, { from: 'user' });
      return { status: 0, answer };
    } catch (error) {
      if (!(error instanceof CliFailure)) throw error;
      return { status: error.exitCode, answer: answer ?? error.text.en };
    }
  };
};
type Ledger = Awaited<ReturnType<typeof freshLedger>>;
let ledger: Ledger;
const out = (name: string): string => join(folder, name);

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'import-export-'));
  ledger = await freshLedger();
  await ledger(
    'import',
    fixture('reception.csv'),
    '--mapping',
    fixture('reception.yaml'),
    '--report',
    out('report.json'),
  );
});
afterAll(async () => {
  for (const database of databases) await database.drop();
  await rm(folder, { recursive: true });
});

describe('ledger import', () => {
  it('reports what it did and the figures of the ledger after it', async () => {
    expect(await json(out('report.json'))).toMatchObject({ ...figures, ...accounts, outcome: 'stored', faultCount: 0 });
  });

  it('reports the figures that stats gives', async () => {
    expect((await ledger('stats', '--json')).answer).toMatchObject({ ...figures, ...accounts });
  });

  it('adds nothing the second time', async () => {
    const { status, answer } = await ledger(
      'import',
      fixture('reception.csv'),
      '--mapping',
      fixture('reception.yaml'),
      '--json',
    );
    expect(status).toBe(0);
    expect(answer).toMatchObject({
      ...figures,
      added: { cases: 0, ledgerEvents: 0 },
      repeated: { cases: 6, rows: 15 },
    });
  });

  it('ends with status 2 when a case was left out, and has stored the others', async () => {
    const other = await freshLedger();
    const faulty = (await readFile(fixture('reception.csv'), 'utf8')).replace(
      '2024-03-04T10:00:00.000+07:00',
      'sáng thứ hai',
    );
    await writeFile(out('faulty.csv'), faulty);
    const { status, answer } = await other(
      'import',
      out('faulty.csv'),
      '--mapping',
      fixture('reception.yaml'),
      '--json',
    );
    expect(status).toBe(2);
    expect(answer).toMatchObject({
      outcome: 'stored',
      cases: 5,
      faults: [{ line: 5, case: 'HS-01', code: 'row.time-unreadable' }],
    });
    const strict = await freshLedger();
    const refused = await strict(
      'import',
      out('faulty.csv'),
      '--mapping',
      fixture('reception.yaml'),
      '--strict',
      '--json',
    );
    expect(refused).toMatchObject({ status: 2, answer: { outcome: 'nothing-stored', added: { cases: 0 } } });
    expect((await strict('stats', '--json')).answer).toMatchObject({ cases: 0 });
  });

  it('stores nothing in a dry run and gives no figures of a ledger that has not changed', async () => {
    const other = await freshLedger();
    const { status, answer } = await other(
      'import',
      fixture('reception.xes.gz'),
      '--mapping',
      fixture('reception.yaml'),
      '--dry-run',
      '--json',
    );
    expect(status).toBe(0);
    expect(answer).toMatchObject({ outcome: 'dry-run', added: { cases: 6, rows: 15 } });
    expect(answer).not.toHaveProperty('cases');
    expect((await other('stats', '--json')).answer).toMatchObject({ cases: 0 });
  });

  it.each([
    ['no such log', ['missing.csv', '--mapping', fixture('reception.yaml')], /missing\.csv/u],
    ['no such mapping', [fixture('reception.csv'), '--mapping', 'missing.yaml'], /missing\.yaml/u],
    ['a log that is a folder', [fixture(''), '--mapping', fixture('reception.yaml')], /it is a folder/u],
    [
      'a log of unknown format',
      [fixture('reception.yaml'), '--mapping', fixture('reception.yaml')],
      /Neither CSV nor XES/u,
    ],
    ['a faulty mapping', [fixture('reception.csv'), '--mapping', fixture('reception.csv')], /Faulty mapping/u],
    [
      'a report nobody can write',
      [fixture('reception.csv'), '--mapping', fixture('reception.yaml'), '--report', '/nowhere/r.json'],
      /nowhere/u,
    ],
  ])('says so and ends with status 2 for %s', async (_, args, text) => {
    const { status, answer } = await ledger('import', ...args);
    expect([status, answer]).toEqual([2, expect.stringMatching(text)]);
  });
});

describe('ledger export', () => {
  const exported = async (format: string, ...args: readonly string[]): Promise<string> => {
    const file = out(`export-${format}`);
    const { status, answer } = await ledger('export', '--format', format, '--out', file, ...args);
    expect([status, answer]).toEqual([0, null]);
    return readFile(file, 'utf8');
  };

  it('writes XES that comes back as a ledger of the same figures', async () => {
    const xes = await exported('xes', '--all');
    await writeFile(out('again.xes'), xes);
    const other = await freshLedger();
    const { status, answer } = await other('import', out('again.xes'), '--mapping', fixture('exported.yaml'), '--json');
    expect([status, answer]).toEqual([0, expect.objectContaining({ ...figures, ...accounts })]);
  });

  type Ocel = {
    readonly eventTypes: readonly {
      readonly name: string;
      readonly attributes: readonly { readonly name: string }[];
    }[];
    readonly objectTypes: Ocel['eventTypes'];
    readonly events: readonly {
      readonly id: string;
      readonly type: string;
      readonly attributes: readonly { readonly name: string }[];
      readonly relationships: readonly { readonly objectId: string }[];
    }[];
    readonly objects: readonly Ocel['events'][number][];
  };

  it.each([
    ['the whole ledger', ['--all'], 6],
    ['one dossier', ['--dossier', 'HS-05'], 1],
    ['what began in March and was worked on from the seventh', ['--from', '2024-03-07', '--to', '2024-03-07'], 2],
  ])('writes %s as OCEL 2.0 that the schema accepts and whose references lead somewhere', async (_, args, dossiers) => {
    const ocel = JSON.parse(await exported('ocel', ...args)) as Ocel;
    const ajv = new Ajv({ strict: false, allErrors: true });
    addFormats.default(ajv);
    const validate = ajv.compile(await json(new URL('test/fixtures/ocel2.schema.json', root).pathname));
    expect([validate(ocel), validate.errors]).toEqual([true, null]);
    const ids = ocel.objects.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ocel.objects.filter(({ type }) => type === 'dossier')).toHaveLength(dossiers);
    const references = [...ocel.events, ...ocel.objects].flatMap(({ relationships }) =>
      relationships.map(({ objectId }) => objectId),
    );
    expect(references.filter((id) => !ids.includes(id))).toEqual([]);
    const declared = (types: Ocel['eventTypes']) =>
      new Set(types.flatMap(({ name, attributes }) => [name, ...attributes.map((one) => `${name} ${one.name}`)]));
    const used = (items: Ocel['events']) =>
      items.flatMap(({ type, attributes }) => [type, ...attributes.map(({ name }) => `${type} ${name}`)]);
    expect(used(ocel.events).filter((name) => !declared(ocel.eventTypes).has(name))).toEqual([]);
    expect(used(ocel.objects).filter((name) => !declared(ocel.objectTypes).has(name))).toEqual([]);
  });

  it('writes the dossiers that a unit has held, whole', async () => {
    const registered = JSON.parse(await exported('ocel', '--all')) as Ocel;
    const unit =
      registered.objects
        .find(({ type, id }) => type === 'unit' && id.startsWith('unit:To-1~'))
        ?.id.slice('unit:'.length) ?? '';
    const xes = await exported('xes', '--unit', unit);
    expect([...xes.matchAll(/<trace>\n {4}<string key="concept:name" value="([^"]+)"/gu)].map(([, id]) => id)).toEqual([
      'HS-01',
      'HS-02',
      'HS-03',
      'HS-05',
      'HS-06',
    ]);
  });

  it('writes a trail as JSON of the published schema, and the same intervals as CSV and XES', async () => {
    const text = await exported('json', '--officer', 'can-bo-01');
    const trail = JSON.parse(text) as {
      readonly lines: {
        readonly performer: readonly { readonly dossierId: string; readonly subject: string | null }[];
        readonly head: readonly unknown[];
      };
    };
    const ajv = new Ajv({ allErrors: true, allowUnionTypes: true });
    const validate = ajv.compile(await json(new URL('config/export/trail-v2.schema.json', root).pathname));
    expect([validate(trail), validate.errors]).toEqual([true, null]);
    const { performer } = trail.lines;
    expect(performer).toHaveLength(6);

    const csv = await exported('csv', '--officer', 'can-bo-01');
    const rows: Record<string, string>[] = parse(csv, { columns: true });
    expect(rows.map(({ dossier }) => dossier)).toEqual(performer.map(({ dossierId }) => dossierId));
    expect(rows.find(({ dossier }) => dossier === 'HS-02')?.['subject']).toBe(`'=HYPERLINK("http://example.org")`);
    expect((await exported('csv', '--officer', 'can-bo-01', '--bom')).codePointAt(0)).toBe(0xfeff);

    const traces: string[] = [];
    const parser = new SaxesParser();
    parser.on('opentag', ({ name }) => void (name === 'trace' && traces.push(name)));
    parser.write(await exported('xes', '--officer', 'can-bo-01')).close();
    expect(traces).toHaveLength(performer.length);
  });

  it.each([
    ['nothing chosen', ['--format', 'xes']],
    ['a filter beside the whole', ['--all', '--unit', 'x', '--format', 'xes']],
    ['the ledger as CSV', ['--all', '--format', 'csv']],
    ['a trail as OCEL', ['--officer', 'can-bo-01', '--format', 'ocel']],
    ['a mark for Excel in XES', ['--all', '--format', 'xes', '--bom']],
    ['a moment for the ledger', ['--all', '--format', 'xes', '--as-of', '2024-01-01']],
  ])('refuses %s with status 2', async (_, args) => {
    expect((await ledger('export', ...args)).status).toBe(2);
  });

  it.each([
    ['officer', 'json'],
    ['dossier', 'xes'],
    ['unit', 'ocel'],
  ])('says that there is no such %s, and leaves no file', async (what, format) => {
    const { status, answer } = await ledger(
      'export',
      `--${what}`,
      'nobody',
      '--format',
      format,
      '--out',
      out('absent'),
    );
    expect([status, answer]).toEqual([1, expect.stringContaining('nobody')]);
    expect((await readdir(folder)).filter((name) => name.startsWith('absent'))).toEqual([]);
  });
});
