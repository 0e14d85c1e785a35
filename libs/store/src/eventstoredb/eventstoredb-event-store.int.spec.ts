import { afterEach, expect, jest } from '@jest/globals';
import { noteUpcasters } from '../contract/bytes-contract.ts';
import { eventStoreContract } from '../contract/event-store-contract.ts';
import type { EventStore } from '../event-store.ts';
import { startEventStoreDbServer, type EventStoreDbServer } from '../../../../test/support/eventstoredb/server.ts';
import { freshDatabase } from '../../../../test/support/postgres.ts';
import { openEventStoreDbStore } from './eventstoredb-event-store.ts';
import { migrateLedgerOrder } from './migrate.ts';

/** Sixteen writers, ten clients and their server share one process here, and its machine with other tests. */
jest.setTimeout(240_000);

let server: EventStoreDbServer;

eventStoreContract(
  'EventStoreDB',
  async (anchor) => {
    const database = await freshDatabase();
    await migrateLedgerOrder(database.ownerUrl);
    server = await startEventStoreDbServer();
    const stores: EventStore[] = [];
    return {
      open: () => {
        const store = openEventStoreDbStore({
          connectionString: server.connectionString,
          credentials: { username: 'admin', password: 'changeit' },
          appUrl: database.appUrl,
          upcasters: noteUpcasters,
          anchor,
        });
        stores.push(store);
        return store;
      },
      dispose: async () => {
        await Promise.all(stores.map((store) => store.close()));
        await server.stop();
        await database.drop();
      },
    };
  },
  { severalStreams: false, importOrder: false },
);

/** The stream that all callers would share, and the question about it, which the client asks without a deadline. */
afterEach(() => {
  expect(server.calls.filter((call) => call === 'batchAppend' || call === 'getSupportedMethods')).toEqual([]);
});
