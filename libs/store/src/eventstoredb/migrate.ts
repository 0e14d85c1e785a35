import { migrateSchema } from '../postgres/migrate.ts';
import { order } from './migrations/0001-order.ts';

/**
 * Brings the schema `ledger_order`, which a ledger in EventStoreDB needs beside it, to the newest version, as
 * its owner. The role `ledger_app` MUST exist; it gets the right to read and to number, and no other.
 */
export const migrateLedgerOrder = (ownerUrl: string): Promise<void> =>
  migrateSchema(ownerUrl, { name: 'ledger_order', migrations: [order] });
