import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { toBase64 } from '#evidence/note/base64.ts';
import { assembleBundle } from '#sealing/assemble-bundle.ts';
import type { SubjectMapRecorded } from '#domain/evidence/events.ts';
import { eventOf } from '#store/contract/samples.ts';
import { startIncarnation } from '#sealing/signer/incarnation.ts';
import type { EventStore, RawEvent } from '#store/event-store.ts';
import { MemoryEventStore } from '#store/memory/memory-event-store.ts';
import { MemorySubjectIndex } from '../../../../test/support/memory-subject-index.ts';
import { appendSamples, SealedLedger, typesIn } from '../../../../test/support/sealed-ledger.ts';

let sealed: SealedLedger;
let store: EventStore;

/** Takes a while for every batch, by the clock of the test; breaks off when it is told to. */
class SlowIndex extends MemorySubjectIndex {
  batches = 0;
  breaksAfter = Infinity;

  constructor(private readonly takesMs = 1_800) {
    super();
  }

  override async extend(events: readonly RawEvent[]) {
    if (this.batches >= this.breaksAfter) throw new Error('connection lost');
    this.batches += 1;
    sealed.now += this.takesMs;
    return super.extend(events);
  }
}

beforeEach(async () => {
  sealed = await SealedLedger.in();
  store = new MemoryEventStore();
});
afterEach(async () => {
  await store.close();
  await sealed.dispose();
});

/** As an import does: many acts at once. */
const burst = (events: number, from = 0) =>
  store.append({
    stream: 'dossier-long',
    expected: 'any',
    events: Array.from({ length: events }, (_, n) => eventOf(from + n)),
  });

const recordedMaps = async () => {
  const maps: SubjectMapRecorded['data'][] = [];
  for await (const event of store.readStream('evidence-log')) {
    if (event.type === 'subject-map.recorded') maps.push((event as unknown as SubjectMapRecorded).data);
  }
  return maps;
};

const untilMapped = async (): Promise<number> => {
  for (let rounds = 1; rounds < 50; rounds += 1) {
    const { map } = await sealed.again();
    if (map.standing?.behind === 0n) return rounds;
  }
  throw new Error('the map never arrives');
};

/** The same events at once, in an index without bounds. */
const plainRoot = async (size: bigint): Promise<string> => {
  const index = new MemorySubjectIndex();
  const events: RawEvent[] = [];
  for await (const event of store.readRaw({ limit: Number(size) })) events.push(event);
  const { root } = await index.extend(events);
  return toBase64(root);
};

describe('a subject map that is far behind', () => {
  it('comes piece by piece, while every round seals everything there is', async () => {
    await burst(7_000);
    const first = await sealed.seal(store, { index: new SlowIndex() });
    expect(first).toMatchObject({ size: 7_001n, published: true, map: { recorded: true } });
    let before = first.map.standing;
    let rounds = 0;
    while (before?.behind !== 0n) {
      await burst(10, 9_000 + 10 * rounds);
      const head = await store.headPosition();
      const { size, published, map } = await sealed.again();
      expect(size).toBeGreaterThan(head);
      expect(published).toBe(true);
      expect(map.standing?.size).toBeGreaterThan(before?.size ?? 0n);
      before = map.standing;
      rounds += 1;
    }
    expect(rounds).toBeGreaterThan(2);
    const maps = await recordedMaps();
    expect(maps).toHaveLength(rounds + 1);
    for (const { size, root } of maps.slice(-2)) expect(root).toBe(await plainRoot(BigInt(size)));
  });

  it('comes to rest: once it has arrived, it is not made again for its own sake', async () => {
    await burst(4_000);
    await sealed.seal(store, { index: new SlowIndex() });
    await untilMapped();
    await sealed.again();
    const types = await typesIn(store);
    expect(await sealed.again()).toMatchObject({
      published: false,
      map: { recorded: false, standing: { behind: 0n } },
    });
    expect(await typesIn(store)).toEqual(types);
  });

  it('takes no more than its share of the interval, and stops between two batches when told to', async () => {
    await burst(9_000);
    const index = new SlowIndex();
    const begin = sealed.now;
    await sealed.seal(store, { index });
    expect(index.batches).toBe(3);
    expect(sealed.now - begin).toBeLessThan(sealed.settings.checkpointIntervalMs);
    const { SealingRound } = await import('./sealing-round.ts');
    const stopped = new SealingRound(sealed.partsOver(store, { index }));
    const outcome = await stopped.run(new AbortController().signal, AbortSignal.abort());
    expect(outcome).toMatchObject({ published: true, map: { recorded: false } });
    expect(index.batches).toBe(3);
  });

  it('that breaks off in the midst of a step goes on from there, and seals meanwhile', async () => {
    await burst(6_000);
    const index = new SlowIndex();
    index.breaksAfter = 1;
    expect(await sealed.seal(store, { index })).toMatchObject({
      size: 6_001n,
      published: true,
      map: { standing: null, recorded: false, fault: 'connection lost' },
    });
    expect([(await index.state()).size, await recordedMaps()]).toEqual([2_000n, []]);
    await appendSamples(store, 8_000, 8_003);
    expect(await sealed.again()).toMatchObject({ size: 6_004n, published: true, map: { fault: 'connection lost' } });
    index.breaksAfter = Infinity;
    await sealed.seal(store, { index });
    await untilMapped();
    for (const { size, root } of (await recordedMaps()).slice(-1)) expect(root).toBe(await plainRoot(BigInt(size)));
  });

  it('after a crash right after it was recorded is recorded once', async () => {
    await burst(6_000);
    const index = new SlowIndex();
    const reached = (step: string): void => {
      if (step === 'map-recorded') throw new Error('crash');
    };
    await expect(sealed.seal(store, { index, reached })).rejects.toThrow('crash');
    await sealed.seal(store, { index });
    await untilMapped();
    const sizes = (await recordedMaps()).map(({ size }) => size);
    expect(new Set(sizes).size).toBe(sizes.length);
  });

  it('when it is lost, is first made up to the size that is recorded, and nothing is recorded on the way', async () => {
    await burst(4_000);
    await sealed.seal(store, { index: new SlowIndex() });
    await untilMapped();
    const maps = await recordedMaps();
    const index = new SlowIndex();
    await sealed.seal(store, { index });
    expect((await index.state()).size).toBeLessThan(BigInt(maps.at(-1)?.size ?? 0));
    await untilMapped();
    expect(String((await index.state()).size)).toBe(maps.at(-1)?.size);
    expect(await recordedMaps()).toEqual(maps);
  });

  it('can be exported from where it stands, as soon as a checkpoint covers its record', async () => {
    const index = new SlowIndex();
    const parts = { store, index, settings: sealed.settings, subjects: ['dossier:long'] };
    await burst(5_000);
    await sealed.seal(store, { index });
    await expect(assembleBundle(parts)).rejects.toMatchObject({ why: 'map-not-covered' });
    index.breaksAfter = index.batches;
    await sealed.again();
    const { size } = await index.state();
    expect(size).toBeLessThan(5_000n);
    const { subjects, events } = await assembleBundle(parts);
    expect(subjects[0]?.chain.count).toBe(size);
    expect(events.at(-1)?.canonical).toContain(`"size":"${size}"`);
  });
});

describe('a log that is begun again under a running sealer', () => {
  it('has a map of its own without waiting for an act: exports rest on it', async () => {
    await appendSamples(store, 0, 2);
    await sealed.seal(store);
    await sealed.again();
    const clock = { now: () => new Date(sealed.now).toISOString() };
    await startIncarnation({ store, settings: sealed.settings, clock }, 'thử');
    await sealed.again();
    await sealed.again();
    expect((await typesIn(store)).filter((type) => type === 'subject-map.recorded')).toHaveLength(2);
  });
});
