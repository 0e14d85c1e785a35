import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { readState } from '#sealing/signer/sealing-state.ts';
import { migrateEvidence, openSubjectIndex, type SubjectIndex } from '#sealing/subject-index.ts';
import { openTileLog } from '#sealing/tile-log.ts';
import { migrateLedger } from '#store/postgres/migrate.ts';
import { openPostgresStore } from '#store/postgres/postgres-event-store.ts';
import type { EventStore } from '#store/event-store.ts';
import { freshDatabase, type FreshDatabase } from '../../../../test/support/postgres.ts';
import { appendSamples, SealedLedger } from '../../../../test/support/sealed-ledger.ts';
import type { RoundResult } from './sealing-round.ts';
import { trySealing } from './sealing-lock.ts';
import { startSealer, type Sealer } from './sealer.ts';

type Opened = { readonly database: FreshDatabase; readonly store: EventStore; readonly index: SubjectIndex };

let sealed: SealedLedger;
let ledgers: Opened[];
let sealers: Sealer[];

const openLedger = async (): Promise<Opened> => {
  const database = await freshDatabase();
  await migrateLedger(database.ownerUrl);
  await migrateEvidence(database.ownerUrl);
  const { appUrl } = database;
  const opened = { database, store: openPostgresStore({ appUrl }), index: await openSubjectIndex({ appUrl }) };
  ledgers.push(opened);
  return opened;
};

beforeEach(async () => {
  sealed = await SealedLedger.in({ LEDGER_CHECKPOINT_INTERVAL: '1s' });
  ledgers = [];
  sealers = [];
});
afterEach(async () => {
  await Promise.all(sealers.map((sealer) => sealer.stop()));
  for (const { database, store, index } of ledgers) {
    await index.close();
    await store.close();
    await database.drop();
  }
  await sealed.dispose();
});

/** What the rounds of a sealer came to, as they come. */
class Rounds {
  readonly all: (RoundResult | Error)[] = [];
  readonly #waiting: (() => void)[] = [];

  readonly take = (outcome: RoundResult | Error): void => {
    this.all.push(outcome);
    for (const wake of this.#waiting.splice(0)) wake();
  };

  async until(fits: (outcome: RoundResult | Error) => boolean): Promise<RoundResult | Error> {
    for (;;) {
      const found = this.all.find(fits);
      if (found !== undefined) return found;
      await new Promise<void>((resolve) => this.#waiting.push(resolve));
    }
  }
}

const sealing = ({ store, index, database }: Opened): { readonly sealer: Sealer; readonly rounds: Rounds } => {
  const rounds = new Rounds();
  const parts = { ...sealed.partsOver(store, { index }), settings: { ...sealed.settings, checkpointIntervalMs: 20 } };
  const sealer = startSealer({ ...parts, appUrl: database.appUrl, onRound: rounds.take });
  sealers.push(sealer);
  return { sealer, rounds };
};

const covers = (size: bigint) => (outcome: RoundResult | Error) => !(outcome instanceof Error) && outcome.size >= size;

describe('the sealer', () => {
  it('seals what is there and what comes, over the real database', async () => {
    const ledger = await openLedger();
    await appendSamples(ledger.store, 0, 40);
    const { rounds } = sealing(ledger);
    await rounds.until(covers(42n));
    await appendSamples(ledger.store, 40, 50);
    await rounds.until(covers(53n));
    const tiles = await openTileLog(join(sealed.config.dir, 'log/1'), { readOnly: true });
    const leaves = await tiles.leaves(0n, 53n);
    for await (const { position, leaf } of ledger.store.readRaw({ limit: 53 }))
      expect(leaves[Number(position)]).toEqual(leaf);
    expect((await ledger.index.state()).subjects).toBeGreaterThan(0n);
  });

  it('seals though nobody listens', async () => {
    const { store, index, database } = await openLedger();
    await appendSamples(store, 0, 1);
    sealers.push(startSealer({ ...sealed.partsOver(store, { index }), appUrl: database.appUrl }));
    const maps = store.subscribe({ fromPosition: 0n, types: ['subject-map.recorded'] });
    for await (const batch of maps) if (batch.length > 0) break;
    await sealers[0]?.stop();
    expect((await sealed.checkpoint()).size).toBe(3n);
  });

  it('is one at a time; another takes over when it stops, and nothing is recorded twice', async () => {
    const ledger = await openLedger();
    await appendSamples(ledger.store, 0, 3);
    const first = sealing(ledger);
    await first.rounds.until(covers(5n));
    expect(await trySealing(ledger.database.appUrl)).toBeNull();
    const second = sealing(ledger);
    await first.sealer.stop();
    await appendSamples(ledger.store, 3, 4);
    await second.rounds.until(covers(7n));
    const keys: string[] = [];
    for await (const { type } of ledger.store.readStream('evidence-log')) keys.push(type);
    expect(keys).toEqual(['signing-key.introduced', 'subject-map.recorded', 'subject-map.recorded']);
  });

  it('goes on after every connection was lost', async () => {
    const ledger = await openLedger();
    await appendSamples(ledger.store, 0, 3);
    const { rounds } = sealing(ledger);
    await rounds.until(covers(5n));
    const admin = new pg.Client({ connectionString: ledger.database.adminUrl });
    await admin.connect();
    await admin.query(
      'select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()',
    );
    await admin.end();
    await appendSamples(ledger.store, 3, 4);
    await rounds.until(covers(7n));
    expect((await sealed.checkpoint()).size).toBe(7n);
  });

  it('refuses an older database round after round, says so on disk, and lets acts go on', async () => {
    const ledger = await openLedger();
    await appendSamples(ledger.store, 0, 5);
    const before = sealing(ledger);
    await before.rounds.until(covers(7n));
    await before.sealer.stop();
    // A copy of the database from before: the same evidence, fewer events.
    const older = await openLedger();
    await appendSamples(older.store, 0, 3);
    const { rounds } = sealing(older);
    const refused = await rounds.until((outcome) => outcome instanceof Error);
    expect(refused).toMatchObject({ code: 'rolled-back', position: 3n });
    expect((await readState(sealed.config.dir)).refused).toMatchObject({ code: 'rolled-back' });
    await appendSamples(older.store, 20, 30);
    await rounds.until((outcome) => outcome instanceof Error && outcome.message.startsWith('forked'));
    expect((await sealed.checkpoint()).size).toBe(7n);
    expect(await older.store.headPosition()).toBe(12n);
  });
});
