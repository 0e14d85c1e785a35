import { describe, expect, it } from '@jest/globals';
import type { StoredEvent } from '../event-store.ts';
import { eventOf, eventsOf, newStream, numberOf, takeEvents, type UnderTest } from './samples.ts';

const writers = 16;
const appendsEach = 40;

/** Catch-up and live, without a seam between them. */
export const subscriptionContract = (test: UnderTest): void => {
  describe('a subscription', () => {
    it('loses, inverts and repeats nothing while 16 writers append', async () => {
      const write = async (w: number): Promise<void> => {
        const store = w % 2 === 0 ? test.store : test.ledger.open();
        for (let n = 0; n < appendsEach; n += 1) {
          const stream = n % 2 === 0 ? 'dossier-shared' : `dossier-${w}`;
          await store.append({ stream, expected: 'any', events: eventsOf(w * 1_000 + 2 * n, w * 1_000 + 2 * n + 1) });
        }
      };
      const total = writers * appendsEach * 2;
      const first = test.ledger.open().subscribe({ fromPosition: 0n, batchSize: 7 });
      const following = collect(first, total);
      const writing = Array.from({ length: writers }, (_, w) => write(w));
      await writing[0];
      // Begins in the middle of the ledger and of the writing.
      const second = test.store.subscribe({ fromPosition: 33n });
      const late = collect(second, total - 33);
      await Promise.all(writing);
      const [whole, tail] = [await following, await late];
      expect(whole.map(({ position }) => position)).toEqual(whole.map((_, index) => BigInt(index)));
      expect(whole).toHaveLength(total);
      expect(tail).toEqual(whole.slice(33));
      for (let w = 0; w < writers; w += 1) {
        const own = whole.map(numberOf).filter((n) => Math.floor(n / 1_000) === w);
        expect(own).toEqual(Array.from({ length: appendsEach * 2 }, (_, n) => w * 1_000 + n));
      }
    });

    it('gives what is there from a position, then says with an empty batch that there is no more', async () => {
      await test.store.append(newStream('dossier-a', 0, 1, 2));
      const batches: number[][] = [];
      for await (const batch of test.store.subscribe({ fromPosition: 1n, types: ['dossier.noted'], batchSize: 1 })) {
        batches.push(batch.map(numberOf));
        if (batch.length === 0 || batches.length === 2) break;
      }
      expect(batches).toEqual([[1], [2]]);
      const none = test.store.subscribe({ fromPosition: 0n, types: ['dossier.closed'] });
      expect(await takeEvents(none, 1)).toEqual([]);
    });

    it('passes over what its filter leaves out and gives what comes later', async () => {
      await test.store.append(newStream('dossier-a', 0, 1));
      const live = test.store.subscribe({ fromPosition: 0n, categories: ['unit'], types: ['unit.created'] });
      const reading = live[Symbol.asyncIterator]();
      expect((await reading.next()).value).toEqual([]);
      const next = collectFrom(reading, 1);
      await test.store.append({ ...newStream('dossier-b'), events: [eventOf(2, { type: 'unit.created' })] });
      await test.store.append({ ...newStream('unit-a'), events: [eventOf(3), eventOf(4, { type: 'unit.created' })] });
      expect((await next).map(({ position }) => position)).toEqual([4n]);
      await live.close();
    });

    it('from beyond the head waits until the ledger has grown that far', async () => {
      const live = test.store.subscribe({ fromPosition: 2n });
      const reading = live[Symbol.asyncIterator]();
      expect((await reading.next()).value).toEqual([]);
      const next = collectFrom(reading, 1);
      await test.store.append(newStream('dossier-a', 0, 1));
      await test.store.append(newStream('dossier-b', 2));
      expect((await next).map(numberOf)).toEqual([2]);
      await live.close();
    });

    it('ends its iteration when it is closed, asleep or not yet begun', async () => {
      const asleep = test.store.subscribe({ fromPosition: 0n });
      const reading = asleep[Symbol.asyncIterator]();
      await reading.next();
      const pending = reading.next();
      await asleep.close();
      expect(await pending).toEqual({ done: true, value: undefined });
      const unused = test.store.subscribe({ fromPosition: 0n });
      await unused.close();
      expect(await takeEvents(unused, 1)).toEqual([]);
    });

    it('ends when its store is closed', async () => {
      const store = test.ledger.open();
      const reading = store.subscribe({ fromPosition: 0n })[Symbol.asyncIterator]();
      await reading.next();
      const pending = reading.next();
      await store.close();
      expect(await pending).toEqual({ done: true, value: undefined });
    });
  });
};

const collectFrom = async (reading: AsyncIterator<readonly StoredEvent[]>, count: number): Promise<StoredEvent[]> => {
  const found: StoredEvent[] = [];
  while (found.length < count) {
    const batch = await reading.next();
    if (batch.done === true) break;
    found.push(...batch.value);
  }
  return found;
};

const collect = async (live: AsyncIterable<readonly StoredEvent[]>, count: number): Promise<StoredEvent[]> =>
  collectFrom(live[Symbol.asyncIterator](), count);
