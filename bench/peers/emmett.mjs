import pg from 'pg';
import { getPostgreSQLEventStore } from '@event-driven-io/emmett-postgresql';
import { act, metadata, nextId } from '../events.mjs';

/** Emmett's own store, with a pool no smaller than the server can use. */
export const openEmmett = async (url) => {
  const pool = new pg.Pool({ connectionString: url, max: 32 });
  // A connection that breaks while idle shows in the next query, which names the reason.
  pool.on('error', () => undefined);
  const store = getPostgreSQLEventStore(url, { connectionOptions: { pool } });
  await store.schema.migrate();
  return {
    append: () => {
      const id = nextId();
      return store.appendToStream(`dossier-${id}`, [{ ...act, metadata: metadata(id) }], {
        expectedStreamVersion: 'STREAM_DOES_NOT_EXIST',
      });
    },
    close: async () => {
      await store.close();
      await pool.end();
    },
  };
};
