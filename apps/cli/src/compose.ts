import type { LedgerConfig } from '#platform/config.ts';
import type { PostgresConnection } from '#platform/postgres-connection.ts';
import type { ReadModels } from '#read-models/read-models.ts';
import type { AnchorFollower } from '#sealing/anchor-follower.ts';
import type { EventStore } from '#store/event-store.ts';
import { ledgerEvidence, type LedgerEvidence } from './evidence/open-evidence.ts';
import { CliFailure, codeOf, explain, type Bilingual } from './frame/failure.ts';
import { besideDemoWitness } from './witness/demo-witness.ts';

/** Everything a command needs of one ledger; whoever opened it closes it. */
export type OpenLedger = {
  readonly config: LedgerConfig;
  readonly connection: PostgresConnection;
  readonly store: EventStore;
  readonly readModels: ReadModels;
  readonly evidence: LedgerEvidence;
  /** What is appended carries its answer as its anchor; whoever serves for long lets it follow. */
  readonly anchors: AnchorFollower;
  /** Closes in the opposite order; the embedded server stops with its last user. */
  close(): Promise<void>;
};

/** Opens the ledger of this configuration: server up, schema at its newest, views there. */
export const openLedger = async (config: LedgerConfig): Promise<OpenLedger> => {
  try {
    return await open(config);
  } catch (error) {
    const why = config.databaseUrl === null ? undefined : notReached[codeOf(error)];
    if (why === undefined) throw error;
    throw new CliFailure(
      {
        vi: `Không vào được PostgreSQL của DATABASE_URL: ${why.vi} (${explain(error)})`,
        en: `Cannot use the PostgreSQL of DATABASE_URL: ${why.en} (${explain(error)})`,
      },
      1,
      { cause: error },
    );
  }
};

/** By the code of the operating system, or the SQLSTATE of the server. */
const notReached: Readonly<Record<string, Bilingual>> = {
  ECONNREFUSED: { vi: 'máy chủ không nghe ở đó', en: 'no server listens there' },
  ENOTFOUND: { vi: 'không có máy nào tên ấy', en: 'no such host' },
  ETIMEDOUT: { vi: 'máy chủ không trả lời', en: 'the server does not answer' },
  '28P01': { vi: 'sai mật khẩu', en: 'wrong password' },
  '28000': { vi: 'vai này không được đăng nhập', en: 'this role may not log in' },
  '3D000': { vi: 'không có cơ sở dữ liệu ấy', en: 'no such database' },
  '42501': { vi: 'vai này thiếu quyền', en: 'this role lacks a right' },
};

const open = async (configured: LedgerConfig): Promise<OpenLedger> => {
  const {
    acquirePostgres,
    migrateLedger,
    openPostgresStore,
    ReadModels,
    AnchorFollower: Anchors,
  } = await postgresParts();
  const opened: (() => Promise<void>)[] = [];
  const close = async (): Promise<void> => {
    for (let undo = opened.pop(); undo !== undefined; undo = opened.pop()) await undo();
  };
  try {
    const demo = await besideDemoWitness(configured);
    if (demo !== null) opened.push(() => demo.close());
    const config = demo?.config ?? configured;
    const postgres = await acquirePostgres(config);
    opened.push(() => postgres.release());
    const connection = { ownerUrl: postgres.ownerUrl, appUrl: postgres.appUrl };
    await migrateLedger(connection.ownerUrl);
    let anchors: AnchorFollower | null = null;
    const store = openPostgresStore({ appUrl: connection.appUrl, anchor: () => anchors?.current() ?? null });
    opened.push(() => store.close());
    anchors = new Anchors(store);
    await anchors.find();
    const followed = anchors;
    opened.push(() => followed.close());
    const evidence = ledgerEvidence(config.evidence, connection);
    opened.push(() => evidence.close());
    const readModels = await ReadModels.open({ appUrl: connection.appUrl });
    opened.push(() => readModels.close());
    return { config, connection, store, readModels, evidence, anchors, close };
  } catch (error) {
    await close();
    throw error;
  }
};

/** Loaded only here: `--help` and a mistyped command answer at once, without database drivers. */
const postgresParts = async () => {
  const { acquirePostgres } = await import('#platform/embedded-postgres.ts');
  const { migrateLedger } = await import('#store/postgres/migrate.ts');
  const { openPostgresStore } = await import('#store/postgres/postgres-event-store.ts');
  const { ReadModels } = await import('#read-models/read-models.ts');
  const { AnchorFollower } = await import('#sealing/anchor-follower.ts');
  return { acquirePostgres, migrateLedger, openPostgresStore, ReadModels, AnchorFollower };
};
