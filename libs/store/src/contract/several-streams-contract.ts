import { describe, expect, it } from '@jest/globals';
import { EventIdReused, EventRefused, SeveralStreamsRefused } from '../event-store.ts';
import { eventsOf, failureOf, newStream, numbersOf, type UnderTest } from './samples.ts';

/** Several streams in one append: all or none. */
export const severalStreamsContract = (test: UnderTest): void => {
  describe('several streams at once', () => {
    it('are stored together, in the order asked for', async () => {
      await test.store.append(newStream('unit-b', 1));
      const { cursor, ...result } = await test.store.appendAtomically([
        newStream('unit-a', 2, 3),
        { stream: 'unit-b', expected: 0, events: eventsOf(4) },
        { stream: 'unit-c', expected: 'any', events: eventsOf(5, 6, 7) },
      ]);
      expect(result).toEqual({ revisions: [1, 1, 2], repeated: false });
      expect(await test.store.positionOf(cursor)).toBe(6n);
      expect(await numbersOf(test.store.readAll())).toEqual([1, 2, 3, 4, 5, 6, 7]);
    });

    it('are all refused when one is not as expected', async () => {
      const appended = test.store.appendAtomically([
        newStream('unit-a', 1),
        { ...newStream('unit-b', 2), expected: 7 },
      ]);
      expect(await failureOf(appended)).toMatchObject({ stream: 'unit-b', expected: 7, actual: null });
      expect(await test.store.headPosition()).toBe(-1n);
    });

    it('that come again give their first result', async () => {
      const requests = [newStream('unit-a', 1), newStream('unit-b', 2, 3)];
      await test.store.append(newStream('unit-z', 9));
      const result = await test.store.appendAtomically(requests);
      await test.store.append({ stream: 'unit-b', expected: 1, events: eventsOf(4) });
      expect(await test.store.appendAtomically(requests)).toEqual({ ...result, repeated: true });
      expect(await test.store.headPosition()).toBe(4n);
    });

    it('are refused when one is known and another new', async () => {
      await test.store.append(newStream('unit-a', 1));
      const error = await failureOf(test.store.appendAtomically([newStream('unit-a', 1), newStream('unit-b', 2)]));
      expect(error).toBeInstanceOf(EventIdReused);
      expect(error).toMatchObject({ eventId: eventsOf(2)[0]?.id, why: 'partly-known' });
      expect(await test.store.streamHead('unit-b')).toBeNull();
    });
  });
};

/** An engine that makes one stream durable at a time says so, before anything is stored. */
export const oneStreamContract = (test: UnderTest): void => {
  describe('several streams at once', () => {
    it('are refused by a name of their own, and nothing is stored', async () => {
      const error = await failureOf(test.store.appendAtomically([newStream('unit-a', 1), newStream('unit-b', 2)]));
      expect(error).toBeInstanceOf(SeveralStreamsRefused);
      expect(error).toMatchObject({ streams: ['unit-a', 'unit-b'] });
      expect(await test.store.headPosition()).toBe(-1n);
    });

    it('are refused for their own faults first', async () => {
      const error = await failureOf(test.store.appendAtomically([newStream('unit-a', 1), newStream('unit-b', 1)]));
      expect(error).toBeInstanceOf(EventRefused);
      expect(error).toMatchObject({ why: 'repeated-id' });
    });

    it('may be one', async () => {
      const { cursor, ...result } = await test.store.appendAtomically([newStream('unit-a', 1, 2)]);
      expect(result).toEqual({ revisions: [1], repeated: false });
      expect(await test.store.positionOf(cursor)).toBe(1n);
    });
  });
};
