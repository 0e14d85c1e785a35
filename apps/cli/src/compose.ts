import type { LedgerConfig } from '#platform/config.ts';
import type { PostgresConnection } from '#platform/postgres-connection.ts';
import type { ReadModels } from '#read-models/read-models.ts';
import type { EventStore } from '#store/event-store.ts';

/** Everything a command needs of one ledger; whoever opened it closes it. */
export type OpenLedger = {
  readonly config: LedgerConfig;
  readonly connection: PostgresConnection;
  readonly store: EventStore;
  readonly readModels: ReadModels;
  /** Closes in the opposite order; the embedded server stops with its last user. */
  close(): Promise<void>;
};

/** Opens the ledger of this configuration: server up, schema at its newest, views there. */
export const openLedger = async (config: LedgerConfig): Promise<OpenLedger> => {
  const { acquirePostgres, migrateLedger, openPostgresStore, ReadModels } = await postgresParts();
  const opened: (() => Promise<void>)[] = [];
  const close = async (): Promise<void> => {
    for (let undo = opened.pop(); undo !== undefined; undo = opened.pop()) await undo();
  };
  try {
    const postgres = await acquirePostgres(config);
    opened.push(() => postgres.release());
    const connection = { ownerUrl: postgres.ownerUrl, appUrl: postgres.appUrl };
    await migrateLedger(connection.ownerUrl);
    const store = openPostgresStore({ appUrl: connection.appUrl });
    opened.push(() => store.close());
    const readModels = await ReadModels.open({ appUrl: connection.appUrl });
    opened.push(() => readModels.close());
    return { config, connection, store, readModels, close };
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
  return { acquirePostgres, migrateLedger, openPostgresStore, ReadModels };
};
