import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { longestCase } from './log-record.ts';
import type { LogRow } from './log-row.ts';
import type { Fault, FaultCode } from './faults.ts';

/** `read` counts records of the file, also those that are not asked for. */
export type StagedBatch = {
  readonly read: number;
  readonly notAskedFor: number;
  readonly rows: readonly { readonly ordinal: number; readonly row: LogRow }[];
  readonly faults: readonly { readonly ordinal: number; readonly fault: Fault }[];
};

export type StagedCounts = {
  readonly read: number;
  readonly notAskedFor: number;
  readonly rows: number;
  readonly faultyRows: number;
  readonly cases: number;
  readonly earliest: number | null;
};

/** Another import is at work in this database; two would judge the same ledger without seeing each other. */
export class ImportAlreadyRunning extends Error {}

const importLock = 7_315_050;
const fetchRows = 5_000;

/**
 * The rows of one file under one mapping, in PostgreSQL while they wait to be read back case by case: a log
 * may scatter a case over the whole file, and memory stays flat. The tables are unlogged: after a crash of the
 * server they are empty and the file is simply read again. What was staged before a crash of this process stays.
 */
export class Staging {
  readonly #client: pg.Client;
  readonly #key: string;

  private constructor(client: pg.Client, key: string) {
    this.#client = client;
    this.#key = key;
  }

  /** `key`: hexadecimal, from file and mapping. Throws ImportAlreadyRunning. MUST be closed. */
  static async open(appUrl: string, key: string): Promise<Staging> {
    if (!/^[0-9a-f]{16}$/u.test(key)) throw new Error(`not a staging key: ${key}`);
    const client = new pg.Client({ connectionString: appUrl });
    await client.connect();
    try {
      const { rows } = await client.query<{ free: boolean }>('select pg_try_advisory_lock($1) as free', [importLock]);
      if (rows[0]?.free !== true) throw new ImportAlreadyRunning('another import is running');
      await client.query('create schema if not exists staging');
      await client.query(tables(key));
    } catch (error) {
      await client.end();
      throw error;
    }
    return new Staging(client, key);
  }

  /** How far the file was staged: records read, and whether that was all. */
  async progress(): Promise<{ readonly read: number; readonly notAskedFor: number; readonly complete: boolean }> {
    const { rows } = await this.#client.query<{ read: string; not_asked_for: string; complete: boolean }>(
      `select read, not_asked_for, complete from staging.progress_${this.#key}`,
    );
    const [row] = rows;
    return {
      read: Number(row?.read ?? 0),
      notAskedFor: Number(row?.not_asked_for ?? 0),
      complete: row?.complete ?? false,
    };
  }

  /** Rows, faults and progress in one transaction: a crash leaves the batch in or out, and reading goes on after it. */
  async put(batch: StagedBatch): Promise<void> {
    await this.#transaction(async () => {
      await this.#copy('row', 'ordinal, case_id, at, line, body', rowLines(batch));
      await this.#copy('fault', 'ordinal, line, case_id, code, facts', faultLines(batch));
      await this.#client.query(`update staging.progress_${this.#key} set read = $1, not_asked_for = $2`, [
        batch.read,
        batch.notAskedFor,
      ]);
    });
  }

  /** All is read; cases too long to judge become faults, and the planner learns the sizes. */
  async complete(): Promise<void> {
    await this.#transaction(async () => {
      await this.#client.query(
        `insert into staging.fault_${this.#key} (ordinal, line, case_id, code, facts)
         select min(ordinal), min(line), case_id, 'case.too-long', $1
         from staging.row_${this.#key} group by case_id having count(*) > $2`,
        [JSON.stringify({ limit: longestCase }), longestCase],
      );
      await this.#client.query(`update staging.progress_${this.#key} set complete = true`);
    });
    await this.#client.query(`analyze staging.row_${this.#key}, staging.fault_${this.#key}`);
  }

  async counts(): Promise<StagedCounts> {
    const { read, notAskedFor } = await this.progress();
    const { rows } = await this.#client.query<Record<'rows' | 'cases' | 'faulty' | 'earliest', string | null>>(
      `select count(*) as rows, count(distinct case_id) as cases, min(at) as earliest,
         (select count(*) from staging.fault_${this.#key} where code <> 'case.too-long') as faulty
       from staging.row_${this.#key}`,
    );
    const [row] = rows;
    return {
      read,
      notAskedFor,
      rows: Number(row?.rows ?? 0),
      faultyRows: Number(row?.faulty ?? 0),
      cases: Number(row?.cases ?? 0),
      earliest: row?.earliest == null ? null : Number(row.earliest),
    };
  }

  /** The first faults in the order of the file, and how many there are. */
  async faults(limit: number): Promise<{ readonly first: readonly Fault[]; readonly count: number }> {
    const { rows } = await this.#client.query<{
      line: string;
      case_id: string;
      code: FaultCode;
      facts: string;
      n: string;
    }>(
      `select line, case_id, code, facts, count(*) over () as n from staging.fault_${this.#key} order by ordinal limit $1`,
      [limit],
    );
    return {
      first: rows.map(({ line, case_id, code, facts }) => ({
        line: Number(line),
        case: case_id,
        code,
        facts: JSON.parse(facts) as Fault['facts'],
      })),
      count: Number(rows[0]?.n ?? 0),
    };
  }

  /** How many cases, and rows understood in them, are left out for a fault found while reading. */
  async leftOut(): Promise<{ readonly cases: number; readonly rows: number }> {
    const { rows } = await this.#client.query<{ cases: string; rows: string }>(
      `with faulty as (select distinct case_id from staging.fault_${this.#key} where case_id is not null)
       select (select count(*) from faulty) as cases,
         (select count(*) from staging.row_${this.#key} join faulty using (case_id)) as rows`,
    );
    return { cases: Number(rows[0]?.cases ?? 0), rows: Number(rows[0]?.rows ?? 0) };
  }

  /** Case after case, each with its rows in order of time and then of the file; cases with a fault are left out. */
  async *cases(): AsyncGenerator<readonly LogRow[]> {
    await this.#client.query('begin');
    try {
      await this.#client.query(`set local work_mem = '64MB'; set local cursor_tuple_fraction = 1`);
      await this.#client.query(
        `declare cases no scroll cursor for
         select r.body from staging.row_${this.#key} as r
         where not exists (select from staging.fault_${this.#key} as f where f.case_id = r.case_id)
         order by r.case_id, r.at, r.ordinal`,
      );
      let open: LogRow[] = [];
      for (;;) {
        const { rows } = await this.#client.query<{ body: string }>(`fetch ${fetchRows} from cases`);
        if (rows.length === 0) break;
        for (const { body } of rows) {
          const row = JSON.parse(body) as LogRow;
          if (open.length > 0 && open[0]?.case !== row.case) {
            yield open;
            open = [];
          }
          open.push(row);
        }
      }
      if (open.length > 0) yield open;
    } finally {
      await this.#client.query('rollback');
    }
  }

  async drop(): Promise<void> {
    await this.#client.query(
      `drop table staging.row_${this.#key}, staging.fault_${this.#key}, staging.progress_${this.#key}`,
    );
  }

  async close(): Promise<void> {
    await this.#client.end();
  }

  async #transaction(work: () => Promise<void>): Promise<void> {
    await this.#client.query('begin');
    try {
      await work();
      await this.#client.query('commit');
    } catch (error) {
      await this.#client.query('rollback');
      throw error;
    }
  }

  async #copy(table: 'row' | 'fault', columns: string, lines: readonly string[]): Promise<void> {
    if (lines.length === 0) return;
    const target = this.#client.query(copyFrom(`copy staging.${table}_${this.#key} (${columns}) from stdin`));
    await pipeline(Readable.from(lines), target);
  }
}

const tables = (key: string): string => `
  create unlogged table if not exists staging.row_${key} (
    ordinal bigint not null, case_id text collate "C" not null, at bigint not null, line bigint not null, body text not null);
  create unlogged table if not exists staging.fault_${key} (
    ordinal bigint not null, line bigint, case_id text collate "C", code text not null, facts text not null);
  create unlogged table if not exists staging.progress_${key} (
    single boolean primary key default true check (single), read bigint not null, not_asked_for bigint not null, complete boolean not null);
  insert into staging.progress_${key} (read, not_asked_for, complete) values (0, 0, false) on conflict do nothing`;

const escapes: Readonly<Record<string, string>> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' };
const copyText = (value: string | number | null): string =>
  value === null
    ? String.raw`\N`
    : String(value).replaceAll(/[\\\t\n\r]/gu, (character) => escapes[character] ?? character);
const copyLine = (...values: readonly (string | number | null)[]): string => `${values.map(copyText).join('\t')}\n`;

const rowLines = ({ rows }: StagedBatch): readonly string[] =>
  rows.map(({ ordinal, row }) => copyLine(ordinal, row.case, row.at, row.line, JSON.stringify(row)));

const faultLines = ({ faults }: StagedBatch): readonly string[] =>
  faults.map(({ ordinal, fault }) =>
    copyLine(ordinal, fault.line, fault.case, fault.code, JSON.stringify(fault.facts)),
  );
