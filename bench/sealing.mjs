import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { startCluster } from './cluster.mjs';
import { ledgerEvent, nextId } from './events.mjs';
import { load, median, percentile, row } from './measure.mjs';
import { productFile } from './product.mjs';

/** As the product does it by itself; every measured span holds two rounds of sealing. */
const intervalMs = 10_000;
const windowMs = 20_000;
const warmUpMs = 2_000;
const callers = 64;
const offeredPerSecond = 2_000;

/** The sealer as a serving process runs it: in a thread beside the appends, seen by what it leaves. */
const openSealed = async (database, folder) => {
  const { openPostgresStore } = await productFile('libs/store/src/postgres/postgres-event-store.js');
  const { migrateEvidence, openSubjectIndex } = await productFile('libs/sealing/src/subject-index.js');
  const { runSealer } = await productFile('apps/worker/src/sealing/run-sealer.js');
  const { evidenceStatus } = await productFile('libs/sealing/src/signer/evidence-status.js');
  const { settingsOf } = await productFile('libs/sealing/src/signer/settings.js');
  const { readConfig } = await productFile('libs/platform/src/config.js');
  const { createLogger } = await productFile('libs/platform/src/logging.js');
  await migrateEvidence(database.ownerUrl);
  const store = openPostgresStore({ appUrl: database.appUrl });
  const append = () => {
    const id = nextId();
    return store.append({ stream: `dossier-${id}`, expected: 'no-stream', events: [ledgerEvent(id)] });
  };
  const index = await openSubjectIndex(database);
  const { evidence } = readConfig({ LEDGER_EVIDENCE_DIR: folder, LEDGER_CHECKPOINT_INTERVAL: `${intervalMs / 1000}s` });
  const settings = settingsOf(evidence);
  const start = () => runSealer({ appUrl: database.appUrl, evidence }, createLogger('error'));
  /** Events that no checkpoint, and that no map covers. */
  const behind = async () => {
    const { checkpoint, refused, failing } = await evidenceStatus(settings);
    if (refused ?? failing) throw new Error(`sealing does not go on: ${JSON.stringify(refused ?? failing)}`);
    const size = (await store.headPosition()) + 1n;
    return { leaves: Number(size - BigInt(checkpoint?.size ?? 0)), mapped: Number(size - (await index.state()).size) };
  };
  /** Checkpoints so far: every one is kept under its size. */
  const published = async () => (await readdir(join(folder, 'log', '1', 'checkpoints')).catch(() => [])).length;
  const close = async () => {
    await index.close();
    await store.close();
  };
  return { store, append, start, behind, published, close };
};

/** Milliseconds of each append when so many come per second whether or not those before are done. */
const paced = async (append) => {
  const times = [];
  const running = [];
  const begin = performance.now();
  const one = async (due) => {
    await append();
    times.push(performance.now() - due);
  };
  for (let elapsed = 0; elapsed < windowMs; elapsed = performance.now() - begin) {
    const due = Math.floor((elapsed * offeredPerSecond) / 1000);
    // From the moment at which it should have begun: a process that was busy elsewhere is late for it, too.
    while (running.length < due) running.push(one(begin + (running.length * 1000) / offeredPerSecond));
    await sleep(1);
  }
  await Promise.all(running);
  return { p50: median(times), p99: percentile(times, 0.99) };
};

/** What sealing leaves to itself concerns nobody: the events of its own after the last map. */
const ownEvents = 8;

/** A span with the sealer at work, which begins with every event under a checkpoint; the map may be behind. */
const whileSealing = async (ledger, work) => {
  const sealer = await ledger.start();
  try {
    await until(ledger, ({ leaves }) => leaves <= ownEvents);
    const [size, rounds, before] = [await ledger.store.headPosition(), await ledger.published(), await ledger.behind()];
    const figures = await work(ledger.append);
    const after = await ledger.behind();
    return {
      ...figures,
      events: Number((await ledger.store.headPosition()) - size),
      rounds: (await ledger.published()) - rounds,
      leaves: after.leaves,
      mapped: after.mapped - before.mapped,
    };
  } finally {
    await sealer.stop();
  }
};

const until = async (ledger, isThere) => {
  for (;;) {
    const standing = await ledger.behind();
    if (isThere(standing)) return standing;
    await sleep(50);
  }
};

/** Events per second that the map takes in when nothing is appended; it has fallen behind by then. */
const catchingUp = async (ledger) => {
  const sealer = await ledger.start();
  try {
    const { mapped: before } = await until(ledger, ({ leaves }) => leaves <= ownEvents);
    const begin = performance.now();
    const isOver = () => performance.now() - begin >= windowMs;
    const { mapped } = await until(ledger, (standing) => standing.mapped <= ownEvents || isOver());
    return ((before - mapped) * 1000) / (performance.now() - begin);
  } finally {
    await sealer.stop();
  }
};

const saturated = async (append) => ({ rate: await load(callers, windowMs, append) });

/** Off and on alternate, and which of them comes first does, too. */
const bothWays = async (round, ledger, work) => {
  const [off, on] = [() => work(ledger.append), () => whileSealing(ledger, work)];
  if (round % 2 === 1) return { off: await off(), on: await on() };
  const first = await on();
  return { off: await off(), on: first };
};

const figuresOf = ({ paced: slow, full }) => ({
  p50Off: 1000 / slow.off.p50,
  p50On: 1000 / slow.on.p50,
  p99Off: 1000 / slow.off.p99,
  p99On: 1000 / slow.on.p99,
  fullOff: full.off.rate,
  fullOn: full.on.rate,
});

const keptUp = (results, kind) => {
  const of = (name) => median(results.map((result) => result[kind].on[name]));
  const [events, leaves, mapped] = [of('events'), of('leaves'), of('mapped')];
  return (
    `${Math.round(of('rounds'))} sealing rounds in a span of ${windowMs / 1000} s and ${events} events; at its end ` +
    `${leaves} events without a checkpoint, the map ${mapped} further behind`
  );
};

const inMs = (results, name) =>
  ['off', 'on'].map((side) => `${side} ${median(results.map(({ paced: slow }) => slow[side][name])).toFixed(2)} ms`);

const rows = (results, { size, mapRate }) => {
  const rounds = results.map(figuresOf);
  const common = { goal: 0.95, rounds, beside: {} };
  const offered = `${offeredPerSecond} appends/s offered`;
  const latency = (id, name) =>
    row({
      ...common,
      id,
      what: `appends while sealing, ${name}, ${offered}`,
      against: 'the same without sealing',
      unit: 'one after another/s',
      ours: `${name}On`,
      theirs: `${name}Off`,
      note: `${inMs(results, name).join(', ')}; ${keptUp(results, 'paced')}`,
    });
  return [
    latency('S1', 'p50'),
    latency('S2', 'p99'),
    row({
      ...common,
      id: 'S3',
      what: `appends while sealing, ${callers} callers`,
      against: 'the same without sealing',
      unit: 'events/s',
      ours: 'fullOn',
      theirs: 'fullOff',
      note: `${keptUp(results, 'full')}; a round every ${intervalMs / 1000} s; afterwards ${Math.round(mapRate)} events/s into the map; ledger of ${size} events at the end`,
    }),
  ];
};

/** What sealing costs those who append, and whether it keeps up with them. */
export const measureSealing = async ({ rounds, say }) => {
  const cluster = await startCluster();
  const folder = await mkdtemp(join(tmpdir(), 'ledger-bench-evidence-'));
  try {
    const ledger = await openSealed(await cluster.database('sealed'), folder);
    await load(callers, warmUpMs, ledger.append);
    const results = [];
    for (let round = 1; round <= rounds; round += 1) {
      await cluster.settle();
      const result = {
        paced: await bothWays(round, ledger, paced),
        full: await bothWays(round, ledger, saturated),
      };
      results.push(result);
      const figures = Object.entries(figuresOf(result)).map(([name, figure]) => `${name} ${Math.round(figure)}`);
      say(`sealing: round ${round}/${rounds}: ${figures.join(', ')} /s`);
      for (const kind of ['paced', 'full']) say(`  ${kind}: ${keptUp([result], kind)}`);
    }
    const mapRate = await catchingUp(ledger);
    const size = (await ledger.store.headPosition()) + 1n;
    await ledger.close();
    return rows(results, { size, mapRate });
  } finally {
    await rm(folder, { recursive: true, force: true });
    await cluster.stop();
  }
};
