import { startCluster } from './cluster.mjs';
import { ledgerEvent, nextId } from './events.mjs';
import { load, row } from './measure.mjs';
import { openEmmett } from './peers/emmett.mjs';
import { openMessageDb } from './peers/message-db.mjs';
import { openSingleInserts } from './peers/single-inserts.mjs';
import { productFile } from './product.mjs';

/** Every round goes through all works this often, so that a disturbance of some seconds meets both sides. */
const turnsPerRound = 2;
const windowMs = 2_000;
const warmUpMs = 1_500;
const clientCounts = [1, 8, 32];

const openLedger = async (appUrl) => {
  const { openPostgresStore } = await productFile('libs/store/src/postgres/postgres-event-store.js');
  const store = openPostgresStore({ appUrl });
  return {
    append: () => {
      const id = nextId();
      return store.append({ stream: `dossier-${id}`, expected: 'no-stream', events: [ledgerEvent(id)] });
    },
    store,
    close: () => store.close(),
  };
};

const canonicalSample = async (store) => {
  for await (const { canonical } of store.readRaw({ limit: 1 })) return canonical;
  throw new Error('the ledger is empty');
};

const bestOf = (rates) => rates.reduce((a, b) => (b.rate > a.rate ? b : a)).clients;

/** What the rounds consist of, warmed up once: name → work that gives operations per second. */
const prepare = async (cluster, say) => {
  const { appUrl, adminUrl } = await cluster.database('ours');
  const ours = await openLedger(appUrl);
  await ours.append();
  const emmett = await openEmmett((await cluster.database('emmett')).ownerUrl);
  const messageDb = await openMessageDb((await cluster.database('message_db')).ownerUrl);
  const single = await openSingleInserts(adminUrl, cluster.directory, await canonicalSample(ours.store));
  for (const side of [ours, emmett]) for (const n of [1, 64]) await load(n, warmUpMs, side.append);
  await load(256, warmUpMs, ours.append);
  const callers = [];
  for (const n of clientCounts) callers.push({ clients: n, rate: await load(n, warmUpMs, messageDb.append) });
  const messageDbCallers = bestOf(callers);
  const rates = [];
  for (const clients of clientCounts) rates.push({ clients, rate: await single.run(clients, warmUpMs) });
  const best = bestOf(rates);
  say(`${single.label}: ${rates.map(({ clients, rate }) => `${clients} clients ${Math.round(rate)}/s`).join(', ')}`);
  const works = {
    ours64: () => load(64, windowMs, ours.append),
    emmett64: () => load(64, windowMs, emmett.append),
    messageDbBest: () => load(messageDbCallers, windowMs, messageDb.append),
    ours256: () => load(256, windowMs, ours.append),
    singleBest: () => single.run(best, windowMs),
    ours1: () => load(1, windowMs, ours.append),
    single1: () => single.run(1, windowMs),
    emmett1: () => load(1, windowMs, emmett.append),
    messageDb1: () => load(1, windowMs, messageDb.append),
  };
  const close = async () => {
    for (const side of [ours, emmett, messageDb, single]) await side.close();
  };
  return { works, best, messageDbCallers, single: single.label, ours, close };
};

const rows = ({ best, messageDbCallers, single }, rounds, size) => {
  const common = { unit: 'events/s', rounds };
  const beside = {
    [`message-db at its best of ${clientCounts.join('/')} callers: ${messageDbCallers}`]: 'messageDbBest',
  };
  return [
    row({
      ...common,
      id: 'P1',
      what: 'appends, 64 callers',
      against: 'Emmett, 64 callers',
      goal: 8,
      ours: 'ours64',
      theirs: 'emmett64',
      beside,
      note: `one new stream per append, expected revision checked; ledger of ${size} events at the end`,
    }),
    row({
      ...common,
      id: 'P2',
      what: 'appends, 256 callers',
      against: `${single}, ${best} clients`,
      goal: 2,
      ours: 'ours256',
      theirs: 'singleBest',
      beside: { 'Emmett, 64 callers': 'emmett64', ...beside },
      note: `one insert per commit into a table of the same columns and indexes; best of ${clientCounts.join('/')} clients`,
    }),
    row({
      ...common,
      id: 'P3',
      what: 'appends, 1 caller',
      against: `${single}, 1 client`,
      goal: 0.6,
      ours: 'ours1',
      theirs: 'single1',
      beside: { 'Emmett, 1 caller': 'emmett1', 'message-db, 1 caller': 'messageDb1' },
      note: 'latency-bound: one round trip and one flush per append on both sides',
    }),
  ];
};

/** P1–P3 of the performance goals. */
export const measureAppend = async ({ rounds, say }) => {
  const cluster = await startCluster();
  try {
    say(await cluster.describe());
    const prepared = await prepare(cluster, say);
    const results = [];
    for (let round = 1; round <= rounds; round += 1) {
      await cluster.settle();
      const result = Object.fromEntries(Object.keys(prepared.works).map((name) => [name, 0]));
      for (let turn = 0; turn < turnsPerRound; turn += 1) {
        for (const [name, work] of Object.entries(prepared.works)) result[name] += (await work()) / turnsPerRound;
      }
      results.push(result);
      const figures = Object.entries(result).map(([name, rate]) => `${name} ${Math.round(rate)}`);
      say(`round ${round}/${rounds}: ${figures.join(', ')} /s`);
    }
    const size = (await prepared.ours.store.headPosition()) + 1n;
    await prepared.close();
    return rows(prepared, results, size);
  } catch (error) {
    say(`failed: ${error.stack ?? error}`);
    throw error;
  } finally {
    await cluster.stop();
  }
};
