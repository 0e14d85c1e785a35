import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { startCluster } from './cluster.mjs';
import { ledgerEvent, nextId } from './events.mjs';
import { load, median, percentile, row } from './measure.mjs';
import { productFile } from './product.mjs';

/** A tenth of the default, so that several rounds of sealing fall into each measured span. */
const intervalMs = 1_000;
const windowMs = 5_000;
const warmUpMs = 2_000;
const callers = 64;
const offeredPerSecond = 2_000;

const openLedger = async ({ appUrl }) => {
  const { openPostgresStore } = await productFile('libs/store/src/postgres/postgres-event-store.js');
  const store = openPostgresStore({ appUrl });
  const append = () => {
    const id = nextId();
    return store.append({ stream: `dossier-${id}`, expected: 'no-stream', events: [ledgerEvent(id)] });
  };
  return { store, append };
};

/** The sealer as a serving process runs it: in a thread beside the appends, seen by what it leaves. */
const openSealed = async (database, folder) => {
  const { migrateEvidence, openSubjectIndex } = await productFile('libs/sealing/src/subject-index.js');
  const { runSealer } = await productFile('apps/worker/src/sealing/run-sealer.js');
  const { evidenceStatus } = await productFile('libs/sealing/src/signer/evidence-status.js');
  const { settingsOf } = await productFile('libs/sealing/src/signer/settings.js');
  const { readConfig } = await productFile('libs/platform/src/config.js');
  const { createLogger } = await productFile('libs/platform/src/logging.js');
  await migrateEvidence(database.ownerUrl);
  const ledger = await openLedger(database);
  const index = await openSubjectIndex(database);
  const { evidence } = readConfig({ LEDGER_EVIDENCE_DIR: folder, LEDGER_CHECKPOINT_INTERVAL: `${intervalMs / 1000}s` });
  const settings = settingsOf(evidence);
  const start = () => runSealer({ appUrl: database.appUrl, evidence }, createLogger('error'));
  /** Events that no checkpoint, and that no map covers. */
  const behind = async () => {
    const { checkpoint, refused, failing } = await evidenceStatus(settings);
    if (refused ?? failing) throw new Error(`sealing does not go on: ${JSON.stringify(refused ?? failing)}`);
    const size = (await ledger.store.headPosition()) + 1n;
    return { leaves: Number(size - BigInt(checkpoint?.size ?? 0)), mapped: Number(size - (await index.state()).size) };
  };
  /** Checkpoints so far: every one is kept under its size. */
  const published = async () => (await readdir(join(folder, 'log', '1', 'checkpoints')).catch(() => [])).length;
  const close = async () => {
    await index.close();
    await ledger.store.close();
  };
  return { ...ledger, start, behind, published, close };
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

/** A span with the sealer at work, which begins with nothing left to seal; then it is let to catch up. */
const whileSealing = async (sealed, work) => {
  const sealer = await sealed.start();
  try {
    await caughtUp(sealed);
    const size = await sealed.store.headPosition();
    const rounds = await sealed.published();
    const begin = performance.now();
    const figures = await work(sealed.append);
    const behind = await sealed.behind();
    const sealedRounds = (await sealed.published()) - rounds;
    await caughtUp(sealed);
    const events = Number((await sealed.store.headPosition()) - size);
    const sealRate = (events * 1000) / (performance.now() - begin);
    return { ...figures, ...behind, rounds: sealedRounds, events, sealRate };
  } finally {
    await sealer.stop();
  }
};

const caughtUp = async (sealed) => {
  for (;;) {
    const { leaves, mapped } = await sealed.behind();
    if (Math.max(leaves, mapped) <= ownEvents) return;
    await sleep(50);
  }
};

const saturated = async (append) => ({ rate: await load(callers, windowMs, append) });

/** Off and on alternate, and which of them comes first does, too. */
const bothWays = async (round, plain, sealed, work) => {
  const [off, on] = [() => work(plain.append), () => whileSealing(sealed, work)];
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
    `${leaves} events without a checkpoint, ${mapped} not in the map; all sealed at ${Math.round(of('sealRate'))} events/s`
  );
};

const inMs = (results, name) =>
  ['off', 'on'].map((side) => `${side} ${median(results.map(({ paced: slow }) => slow[side][name])).toFixed(2)} ms`);

const rows = (results, size) => {
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
      note: `${keptUp(results, 'full')}; a round every ${intervalMs} ms; ledger of ${size} events at the end`,
    }),
  ];
};

/** What sealing costs those who append, and whether it keeps up with them. */
export const measureSealing = async ({ rounds, say }) => {
  const cluster = await startCluster();
  const folder = await mkdtemp(join(tmpdir(), 'ledger-bench-evidence-'));
  try {
    const plain = await openLedger(await cluster.database('unsealed'));
    const sealed = await openSealed(await cluster.database('sealed'), folder);
    for (const { append } of [plain, sealed]) await load(callers, warmUpMs, append);
    const results = [];
    for (let round = 1; round <= rounds; round += 1) {
      await cluster.settle();
      const result = {
        paced: await bothWays(round, plain, sealed, paced),
        full: await bothWays(round, plain, sealed, saturated),
      };
      results.push(result);
      const figures = Object.entries(figuresOf(result)).map(([name, figure]) => `${name} ${Math.round(figure)}`);
      say(`sealing: round ${round}/${rounds}: ${figures.join(', ')} /s`);
      for (const kind of ['paced', 'full']) say(`  ${kind}: ${keptUp([result], kind)}`);
    }
    const size = (await sealed.store.headPosition()) + 1n;
    await plain.store.close();
    await sealed.close();
    return rows(results, size);
  } finally {
    await rm(folder, { recursive: true, force: true });
    await cluster.stop();
  }
};
