import { migrateSchema } from '../postgres/migrate.ts';
import { order } from './migrations/0001-order.ts';
import { sealedValues } from './migrations/0002-sealed-values.ts';
import { unsampledValues } from './migrations/0003-unsampled-values.ts';

/**
 * Brings the schema `ledger_order`, which a ledger in EventStoreDB needs beside it, to the newest version, as
 * its owner. The role `ledger_app` MUST exist; it gets the right to read, to number, to keep the
 * values of sealed fields and to erase those that an erasure in the ledger names, and no other.
 */
export const migrateLedgerOrder = (ownerUrl: string): Promise<void> =>
  migrateSchema(ownerUrl, { name: 'ledger_order', migrations: [order, sealedValues, unsampledValues] });
