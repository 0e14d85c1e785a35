import { randomFillSync, randomInt } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { startCluster } from './cluster.mjs';
import { ledgerEvent, nextId } from './events.mjs';
import { load, median, percentile, row } from './measure.mjs';
import { productFile } from './product.mjs';

const sizeFrom = (name, usual) => {
  const size = Number(process.env[name] ?? usual);
  if (!Number.isSafeInteger(size) || size < 1_000) throw new Error(`${name} is a whole number from 1,000`);
  return size;
};

/** Leaves of the tree that proofs are taken from, and events that the subject index takes in per round. */
const leafCount = sizeFrom('LEDGER_BENCH_LEAVES', 10_000_000);
const eventsPerRound = sizeFrom('LEDGER_BENCH_INDEXED', 40_000);

const leavesPerCall = 65_536;
/** As many as the sealer comes to take at once where they go in fast (MapPace); it begins with 2,000. */
const eventsPerCall = 10_000;
const proofsPerRound = 500;
const proofGoalMs = 5;

const secondsSince = (begin) => (performance.now() - begin) / 1000;

/** Every 32 bytes are as good a leaf as any: hashes of nothing in particular. */
const syntheticLeaves = (count) => {
  const bytes = randomFillSync(new Uint8Array(32 * count));
  return Array.from({ length: count }, (_, at) => bytes.subarray(32 * at, 32 * (at + 1)));
};

/** Fills the log; leaves per second of each call. */
const fill = async (log, say) => {
  const rates = [];
  let told = 0n;
  while (log.size < BigInt(leafCount)) {
    const leaves = syntheticLeaves(Math.min(leavesPerCall, leafCount - Number(log.size)));
    const begin = performance.now();
    await log.append(leaves);
    rates.push(leaves.length / secondsSince(begin));
    if (log.size - told < BigInt(leafCount) / 5n) continue;
    told = log.size;
    say(`tiles of ${log.size} leaves`);
  }
  return rates;
};

/** Milliseconds of each proof of a round, by the clock and at work, each checked after the clock has stopped. */
const proofRound = async (folder) => {
  const { openTileLog } = await productFile('libs/sealing/src/tile-log.js');
  const { inclusionRanges } = await productFile('libs/evidence/src/tree/ranges.js');
  const { verifyInclusion } = await productFile('libs/evidence/src/tree/inclusion.js');
  // Opened anew: no tile is in this process's memory yet.
  const log = await openTileLog(folder, { readOnly: true });
  const root = log.root();
  const times = [];
  for (let n = 0; n < proofsPerRound; n += 1) {
    const leafIndex = BigInt(randomInt(leafCount));
    const begin = performance.now();
    const before = process.cpuUsage();
    const proof = await log.rangeRoots(inclusionRanges(leafIndex, log.size));
    const elapsed = performance.now() - begin;
    const { user, system } = process.cpuUsage(before);
    times.push({ elapsed, worked: (user + system) / 1000 });
    const [leafHash] = await log.leaves(leafIndex, leafIndex + 1n);
    const checked = verifyInclusion({ leafIndex, treeSize: log.size, root, leafHash, proof });
    if (!checked.ok) throw new Error(`the proof of ${leafIndex} is wrong: ${checked.reason}`);
  }
  return times;
};

/** Events as they come from the store: officers, a dossier and a unit in each, a new dossier every fifth. */
const rawEvents = async (from, count) => {
  const { canonicalize } = await productFile('libs/evidence/src/canonical-json.js');
  const { leafHash } = await productFile('libs/evidence/src/leaf.js');
  return Array.from({ length: count }, (_, at) => {
    const id = nextId();
    const stream = `dossier-hs-${Math.floor((from + at) / 5)}`;
    const [actor, other] = [randomInt(2_000), randomInt(2_000)].map((n) => ({ kind: 'officer', id: `cb-${n}` }));
    const event = { ...ledgerEvent(id), actor, unit: `phong-${randomInt(200)}`, stream };
    const canonical = canonicalize({ ...event, data: { ...event.data, from: actor, to: other } });
    const leaf = leafHash(new TextEncoder().encode(canonical));
    return {
      position: BigInt(from + at),
      stream,
      revision: at % 5,
      id,
      type: event.type,
      canonical,
      leaf,
      openings: [],
    };
  });
};

const indexRound = async (index) => {
  let seconds = 0;
  for (let done = 0; done < eventsPerRound; done += eventsPerCall) {
    const events = await rawEvents(Number((await index.state()).size), Math.min(eventsPerCall, eventsPerRound - done));
    const begin = performance.now();
    await index.extend(events);
    seconds += secondsSince(begin);
  }
  return eventsPerRound / seconds;
};

const openAll = async (cluster) => {
  const { openPostgresStore } = await productFile('libs/store/src/postgres/postgres-event-store.js');
  const { migrateEvidence, openSubjectIndex } = await productFile('libs/sealing/src/subject-index.js');
  const database = await cluster.database('evidence');
  await migrateEvidence(database.ownerUrl);
  return { store: openPostgresStore({ appUrl: database.appUrl }), index: await openSubjectIndex(database) };
};

const spanOf = (figures) => `${Math.min(...figures).toFixed(1)}–${Math.max(...figures).toFixed(1)}`;

const rows = (rounds, figures) => {
  const against = 'durable appends, 64 callers';
  const common = { against, rounds, theirs: 'appends', unit: 'events/s', beside: {} };
  return [
    row({
      ...common,
      id: 'E1',
      what: `inclusion proofs, ${leafCount} leaves`,
      against: `one in ${proofGoalMs} ms`,
      goal: 1,
      ours: 'proofs',
      theirs: 'proofGoal',
      unit: 'proofs/s',
      note: `one event's proof from tile files: median ${figures.median} ms, p99 ${figures.p99} ms, p99 without what other processes took ${figures.worked} ms, of ${rounds.length} × ${proofsPerRound} proofs; largest tree tried: ${leafCount} leaves`,
    }),
    row({
      ...common,
      id: 'E2',
      what: 'events into the subject index',
      goal: 0.75,
      ours: 'indexed',
      note: `${eventsPerCall} events per transaction, some five subjects each; largest index tried: ${figures.events} events, ${figures.subjects} subjects; load average ${figures.loads}`,
    }),
    row({
      ...common,
      id: 'E3',
      what: 'leaves into the tiles',
      goal: 1,
      ours: 'leaves',
      note: `${leavesPerCall} leaves per call, durable after each; largest log tried: ${leafCount} leaves`,
    }),
  ];
};

/** What evidence costs: proofs, the subject index, the tiles. */
export const measureEvidence = async ({ rounds, say }) => {
  const cluster = await startCluster();
  const folder = await mkdtemp(join(tmpdir(), 'ledger-bench-tiles-'));
  try {
    say(await cluster.describe());
    const { openTileLog } = await productFile('libs/sealing/src/tile-log.js');
    const { store, index } = await openAll(cluster);
    const append = () => {
      const id = nextId();
      return store.append({ stream: `dossier-${id}`, expected: 'no-stream', events: [ledgerEvent(id)] });
    };
    const filled = await fill(await openTileLog(folder), say);
    await load(64, 1_500, append);
    await indexRound(index);
    await proofRound(folder);
    const results = [];
    const times = [];
    const loads = [];
    for (let round = 1; round <= rounds; round += 1) {
      await cluster.settle();
      loads.push(loadavg()[0]);
      const appends = await load(64, 2_000, append);
      const indexed = await indexRound(index);
      const timed = await proofRound(folder);
      times.push(...timed);
      const proofs = timed.map(({ elapsed }) => elapsed);
      const share = filled.filter((_, at) => at % rounds === round - 1);
      const leaves = median(share.length > 0 ? share : filled);
      results.push({ appends, indexed, leaves, proofs: 1000 / median(proofs), proofGoal: 1000 / proofGoalMs });
      say(
        `round ${round}/${rounds}: proofs median ${median(proofs).toFixed(2)} ms, p99 ${percentile(proofs, 0.99).toFixed(2)} ms; ` +
          `indexed ${Math.round(indexed)}, appends ${Math.round(appends)}, leaves ${Math.round(leaves)} /s`,
      );
    }
    const { size: events, subjects } = await index.state();
    await store.close();
    await index.close();
    const elapsed = times.map((time) => time.elapsed);
    const worked = times.map((time) => time.worked);
    const figures = [median(elapsed), percentile(elapsed, 0.99), percentile(worked, 0.99)].map((ms) => ms.toFixed(2));
    return rows(results, {
      median: figures[0],
      p99: figures[1],
      worked: figures[2],
      events,
      subjects,
      loads: spanOf(loads),
    });
  } finally {
    await rm(folder, { recursive: true, force: true });
    await cluster.stop();
  }
};
