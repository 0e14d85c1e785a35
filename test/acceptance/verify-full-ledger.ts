import { randomBytes } from 'node:crypto';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { runCli } from '../../apps/cli/src/program.ts';
import { migrateLedger } from '#store/postgres/migrate.ts';
import { idOf } from '#store/contract/samples.ts';
import { openPostgresStore } from '#store/postgres/postgres-event-store.ts';
import type { EventStore } from '#store/event-store.ts';
import { freshDatabase, type FreshDatabase } from '../support/postgres.ts';
import type { History } from '../support/history.ts';
import { appendAll } from '../support/store-of.ts';

/** Histories count their ids each for itself; one ledger takes in several. */
let serial = 0;

type FoundThing = {
  readonly code: string;
  readonly position: string | null;
  readonly vi: string;
  readonly en: string;
  readonly found: string | null;
  readonly wanted: string | null;
};

/** The answer of `ledger verify --full --json`. */
export type FullAnswer = {
  readonly code: number;
  readonly verdict: 'intact' | 'tampered' | 'unverifiable';
  readonly findings: readonly FoundThing[];
  readonly remarks: readonly FoundThing[];
  readonly unchecked: readonly FoundThing[];
  readonly covered: string;
  readonly counts: Readonly<Record<string, number | string>>;
};

type Place = { readonly database: FreshDatabase; readonly folder: string };

/** A ledger whose database and evidence a test may spoil. */
export class AuditedLedger {
  private constructor(
    private readonly place: Place,
    private readonly env: Readonly<Record<string, string>>,
  ) {}

  static async empty(env: Readonly<Record<string, string>> = {}): Promise<AuditedLedger> {
    const place = { database: await freshDatabase(), folder: await mkdtemp(join(tmpdir(), 'verify-full-')) };
    await migrateLedger(place.database.ownerUrl);
    return new AuditedLedger(place, env);
  }

  get evidence(): string {
    return join(this.place.folder, 'evidence');
  }

  get appUrl(): string {
    return this.place.database.appUrl;
  }

  async ledger(...args: readonly string[]) {
    const { ownerUrl, appUrl } = this.place.database;
    const said: string[] = [];
    let json: unknown = null;
    const code = await runCli(args, {
      output: {
        line: (text = '') => void said.push(text),
        json: (value) => void (json = value),
        note: (text) => void said.push(text),
        progress: () => ({ advance: () => undefined, end: () => undefined }),
      },
      env: {
        DATABASE_URL: ownerUrl,
        LEDGER_APP_DATABASE_URL: appUrl,
        LEDGER_DATA_DIR: join(this.place.folder, 'data'),
        LEDGER_EVIDENCE_DIR: this.evidence,
        LEDGER_LOG_LEVEL: 'silent',
        ...this.env,
      },
      stop: new AbortController().signal,
    });
    return { code, said: said.join('\n'), json };
  }

  async seal(): Promise<void> {
    const { code, said } = await this.ledger('evidence', 'seal');
    if (code !== 0) throw new Error(said);
  }

  async append({ events }: History): Promise<void> {
    const renamed = events.map((event) => {
      serial += 1;
      return { ...event, id: idOf(serial), correlationId: idOf(serial) };
    });
    await this.onStore((store) => appendAll(store, renamed));
  }

  async onStore<Answer>(work: (store: EventStore) => Promise<Answer>): Promise<Answer> {
    const store = openPostgresStore({ appUrl: this.appUrl });
    try {
      return await work(store);
    } finally {
      await store.close();
    }
  }

  async verify(...args: readonly string[]): Promise<FullAnswer> {
    const { code, json, said } = await this.ledger('verify', '--full', '--json', ...args);
    if (json === null) throw new Error(said);
    return { ...(json as Omit<FullAnswer, 'code'>), code };
  }

  /** As the superuser, with every trigger out of the way: whoever holds the machine can do that. */
  async asAdmin<Row extends pg.QueryResultRow>(...statements: readonly string[]): Promise<readonly Row[]> {
    const client = new pg.Client({ connectionString: this.place.database.adminUrl });
    await client.connect();
    try {
      await client.query(`alter table ledger.event disable trigger all; alter table ledger.counter disable trigger all;
        alter table ledger.sealed_value disable trigger all`);
      let rows: readonly Row[] = [];
      for (const statement of statements) rows = (await client.query<Row>(statement)).rows;
      return rows;
    } finally {
      await client.end();
    }
  }

  /** The same ledger once more, database and evidence folder. */
  async copy(): Promise<AuditedLedger> {
    const database = await copyOf(this.place.database);
    const folder = await mkdtemp(join(tmpdir(), 'verify-full-'));
    await cp(this.place.folder, folder, { recursive: true });
    return new AuditedLedger({ database, folder }, this.env);
  }

  /** The database of this one beside the evidence of another. */
  async besideEvidenceOf(other: AuditedLedger): Promise<void> {
    await rm(this.evidence, { recursive: true, force: true });
    await cp(other.evidence, this.evidence, { recursive: true });
  }

  async dispose(): Promise<void> {
    await this.place.database.drop();
    await rm(this.place.folder, { recursive: true, force: true });
  }
}

const nameIn = (url: string): string => new URL(url).pathname.slice(1);

const copyOf = async (original: FreshDatabase): Promise<FreshDatabase> => {
  const from = nameIn(original.adminUrl);
  const to = `test_${randomBytes(8).toString('hex')}`;
  const renamed = (url: string): string => url.replace(from, to);
  const admin = new pg.Client({ connectionString: original.adminUrl.replace(from, 'postgres') });
  await admin.connect();
  await admin.query(`create database ${to} template ${from} owner ledger_owner`);
  await admin.query(`grant create, connect, temporary on database ${to} to ledger_app`);
  await admin.end();
  return {
    ownerUrl: renamed(original.ownerUrl),
    appUrl: renamed(original.appUrl),
    adminUrl: renamed(original.adminUrl),
    drop: async () => {
      const client = new pg.Client({ connectionString: original.adminUrl.replace(from, 'postgres') });
      await client.connect();
      await client.query(`drop database ${to} with (force)`);
      await client.end();
    },
  };
};
