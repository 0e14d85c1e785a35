import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { isUnfinished } from '#sealing/durable-file.ts';
import { evidencePaths } from '#sealing/evidence-folder.ts';
import { openTileLog } from '#sealing/tile-log.ts';
import { eventOf } from '#store/contract/samples.ts';
import type { EventStore } from '#store/event-store.ts';
import { migrateLedger } from '#store/postgres/migrate.ts';
import { openPostgresStore } from '#store/postgres/postgres-event-store.ts';
import { freshDatabase, type FreshDatabase } from '../support/postgres.ts';
import { BuiltProduct, WorkerProcess } from './worker-process.ts';

let product: BuiltProduct;
beforeAll(async () => {
  product = await BuiltProduct.make();
});
afterAll(() => product.remove());

let database: FreshDatabase;
let store: EventStore;
let workers: WorkerProcess[];
beforeEach(async () => {
  database = await freshDatabase();
  await migrateLedger(database.ownerUrl);
  store = openPostgresStore({ appUrl: database.appUrl });
  workers = [];
});
afterEach(async () => {
  await Promise.all(workers.map((worker) => worker.end('SIGKILL')));
  await store.close();
  await database.drop();
});

/** Says in its log what it seals, every second. */
const startWorker = (environment: Readonly<Record<string, string>> = {}): WorkerProcess => {
  const often = { LEDGER_CHECKPOINT_INTERVAL: '1s', LEDGER_LOG_LEVEL: 'debug' };
  const worker = new WorkerProcess(product, database, { ...often, ...environment });
  workers.push(worker);
  return worker;
};

let appended = 0;
const append = async (count: number): Promise<void> => {
  // Of no type that a view follows: only the sealer has to do with it.
  const events = Array.from({ length: count }, (_, n) => eventOf(appended + n, { type: 'probe.noted' }));
  appended += count;
  await store.append({ stream: 'probe-dai', expected: 'any', events });
};

/** Resolves when a checkpoint covers what is in the ledger now. */
const sealedBy = async (worker: WorkerProcess): Promise<void> => {
  const head = await store.headPosition();
  for (;;) {
    const sizes = [...worker.log.matchAll(/"size":"(\d+)","msg":"sealed"/g)].map(([, size]) => BigInt(size ?? 0));
    if (sizes.some((size) => size > head)) return;
    await worker.saysMore();
  }
};

/** Files begun and not put in their place; whoever dies may leave one. */
const unfinishedIn = ({ evidenceDir }: WorkerProcess): readonly string[] =>
  readdirSync(evidenceDir, { recursive: true, encoding: 'utf8' }).filter(isUnfinished);

/** Tiles, ledger and published checkpoint agree to the last byte. */
const allAgree = async ({ evidenceDir }: WorkerProcess): Promise<void> => {
  const tiles = await openTileLog(evidencePaths.log(evidenceDir, 1), { readOnly: true });
  const [, size, root] = readFileSync(evidencePaths.checkpoint(evidenceDir, 1), 'utf8').split('\n');
  expect([size, root]).toEqual([String(tiles.size), Buffer.from(tiles.root()).toString('base64')]);
  expect(await tiles.leaves(0n, tiles.size)).toEqual(
    await store.readLeaves({ fromPosition: 0n, limit: Number(tiles.size) }),
  );
};

const failuresIn = ({ log }: WorkerProcess): readonly string[] =>
  log.split('\n').filter((line) => /"level":"(error|fatal)"/.test(line));

/** How many threads let others go first; only Linux has them one by one. */
const threadsBehind = ({ pid }: WorkerProcess): number => {
  if (process.platform !== 'linux') return 0;
  const tasks = `/proc/${pid}/task`;
  return readdirSync(tasks).filter((task) => {
    // What stands before it may hold blanks: counted from its closing bracket on, niceness is the 17th (proc(5): 19).
    const [, fields = ''] = readFileSync(`${tasks}/${task}/stat`, 'utf8').split(') ');
    return Number(fields.split(' ')[16]) > 0;
  }).length;
};

describe('the built product seals in a thread of its own', () => {
  it('behind those who append, and stops at SIGTERM with nothing half done', async () => {
    const worker = startWorker();
    await append(300);
    await sealedBy(worker);
    expect(threadsBehind(worker)).toBe(process.platform === 'linux' ? 1 : 0);
    await append(1_000);
    await worker.end('SIGTERM');
    expect(worker.exitCode).toBe(0);
    expect(failuresIn(worker)).toEqual([]);
    expect(unfinishedIn(worker)).toEqual([]);
    await allAgree(worker);
  });

  it('which comes again after it died of a fault, and goes on where it was', async () => {
    const [trigger, spoil] = [join(product.home, 'spoil-now'), join(product.home, 'spoil.cjs')];
    writeFileSync(
      spoil,
      `const { existsSync, rmSync } = require('node:fs');
       if (!require('node:worker_threads').isMainThread) setInterval(() => {
         if (!existsSync(${JSON.stringify(trigger)})) return;
         rmSync(${JSON.stringify(trigger)});
         throw new Error('spoilt by the test');
       }, 10);`,
    );
    const worker = startWorker({ NODE_OPTIONS: `--require ${spoil}` });
    await append(10);
    await sealedBy(worker);
    writeFileSync(trigger, '');
    await worker.says('spoilt by the test');
    await append(10);
    await sealedBy(worker);
    await worker.end('SIGTERM');
    expect(worker.exitCode).toBe(0);
    expect(failuresIn(worker)).toEqual([expect.stringContaining('NOTHING IS SEALED: the sealing thread died')]);
    await allAgree(worker);
  });

  it('that ends with its process: another one seals on', async () => {
    const first = startWorker();
    await append(10);
    await sealedBy(first);
    const second = startWorker();
    await append(1_000);
    await first.end('SIGKILL');
    await append(10);
    await sealedBy(second);
    await second.end('SIGTERM');
    expect(failuresIn(second)).toEqual([]);
    await allAgree(second);
  });

  it('that cannot be configured keeps the product from starting, and says why', async () => {
    const worker = startWorker({
      LEDGER_TSA_URL: 'http://127.0.0.1:1',
      LEDGER_TSA_ROOTS: join(product.home, 'nowhere.pem'),
    });
    await expect(worker.says('never')).rejects.toThrow('nowhere.pem');
    expect(worker.exitCode).toBe(1);
  });
});
