import { noteUpcasters } from '../contract/bytes-contract.ts';
import { eventStoreContract } from '../contract/event-store-contract.ts';
import type { EventStore } from '../event-store.ts';
import { freshDatabase } from '../../../../test/support/postgres.ts';
import { migrateLedger } from './migrate.ts';
import { openPostgresStore } from './postgres-event-store.ts';

eventStoreContract('PostgreSQL', async (anchor) => {
  const database = await freshDatabase();
  await migrateLedger(database.ownerUrl);
  const stores: EventStore[] = [];
  return {
    open: () => {
      const store = openPostgresStore({ appUrl: database.appUrl, poolSize: 3, upcasters: noteUpcasters, anchor });
      stores.push(store);
      return store;
    },
    dispose: async () => {
      await Promise.all(stores.map((store) => store.close()));
      await database.drop();
    },
  };
});
