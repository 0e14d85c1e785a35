import { describe, expect, it } from '@jest/globals';
import {
  EventRefused,
  RevisionConflict,
  maxEventBytes,
  type ExpectedRevision,
  type StreamAppend,
} from '../event-store.ts';
import { all, eventOf, eventsOf, failureOf, newStream, numbersOf, type UnderTest } from './samples.ts';

const numbered = (from: number, count: number): number[] => Array.from({ length: count }, (_, n) => from + n);

/** Expected revisions, atomicity, order. */
export const appendContract = (test: UnderTest): void => {
  describe('expected revision', () => {
    const cases: readonly (readonly [ExpectedRevision, 'absent' | 'head 1', null | 'conflict'])[] = [
      ['no-stream', 'absent', null],
      ['no-stream', 'head 1', 'conflict'],
      ['any', 'absent', null],
      ['any', 'head 1', null],
      ['stream-exists', 'absent', 'conflict'],
      ['stream-exists', 'head 1', null],
      [0, 'absent', 'conflict'],
      [0, 'head 1', 'conflict'],
      [1, 'head 1', null],
      [2, 'head 1', 'conflict'],
      [1_000_000, 'head 1', 'conflict'],
    ];

    it.each(cases)('%p on a stream that is %s: %p', async (expected, state, outcome) => {
      if (state === 'head 1') await test.store.append(newStream('dossier-a', 1, 2));
      const head = state === 'head 1' ? 1 : null;
      const appended = test.store.append({ stream: 'dossier-a', expected, events: eventsOf(3, 4) });
      if (outcome === null) {
        expect(await appended).toMatchObject({ revisions: [(head ?? -1) + 2], repeated: false });
        expect(await test.store.streamHead('dossier-a')).toBe((head ?? -1) + 2);
      } else {
        expect(await failureOf(appended)).toMatchObject({ stream: 'dossier-a', expected, actual: head });
        expect(await failureOf(appended)).toBeInstanceOf(RevisionConflict);
        expect(await test.store.streamHead('dossier-a')).toBe(head);
        expect(await test.store.headPosition()).toBe(head === null ? -1n : 1n);
      }
    });

    it('lets exactly one of many callers that saw the same head append', async () => {
      await test.store.append(newStream('dossier-a', 0));
      const attempts = numbered(1, 20).map((n) =>
        test.store.append({ stream: 'dossier-a', expected: 0, events: eventsOf(n) }),
      );
      const outcomes = await Promise.allSettled(attempts);
      const refused = outcomes.flatMap((outcome) => (outcome.status === 'rejected' ? [outcome.reason as unknown] : []));
      expect(refused).toHaveLength(19);
      for (const error of refused) expect(error).toMatchObject({ expected: 0, actual: 1 });
      expect(await test.store.streamHead('dossier-a')).toBe(1);
    });
  });

  describe('callers at the same time', () => {
    it('each get their own answer: a neighbour in conflict fails alone', async () => {
      await test.store.append(newStream('dossier-taken', 1));
      const requests: StreamAppend[] = [
        newStream('dossier-a', 2, 3),
        newStream('dossier-taken', 4),
        { stream: 'dossier-any', expected: 'any', events: eventsOf(5) },
        { stream: 'dossier-missing', expected: 'stream-exists', events: eventsOf(6) },
        { stream: 'dossier-taken', expected: 0, events: eventsOf(7) },
        { stream: 'dossier-beyond', expected: 3, events: eventsOf(8) },
        newStream('dossier-b', 9),
        newStream('dossier-repeated', 1),
      ];
      const outcomes = await Promise.allSettled(requests.map((request) => test.store.append(request)));
      expect(outcomes.map(({ status }) => status)).toEqual([
        'fulfilled',
        'rejected',
        'fulfilled',
        'rejected',
        'fulfilled',
        'rejected',
        'fulfilled',
        'rejected',
      ]);
      expect((await numbersOf(test.store.readAll())).toSorted((a, b) => a - b)).toEqual([1, 2, 3, 5, 7, 9]);
      expect((await all(test.store.readAll())).map(({ position }) => position)).toEqual([0n, 1n, 2n, 3n, 4n, 5n]);
    });

    it('number the ledger without gaps whoever fails, and answer with the place they got', async () => {
      const writer = async (w: number): Promise<void> => {
        for (const n of numbered(0, 15)) {
          const stream = n % 3 === 0 ? 'dossier-shared' : `dossier-${w}-${n}`;
          const expected = n % 5 === 4 ? 'stream-exists' : 'any';
          const appended = test.store.append({ stream, expected, events: eventsOf(w * 100 + n) });
          const result = await appended.catch((error: unknown) => error);
          if (result instanceof RevisionConflict) continue;
          const { cursor, revisions } = result as { cursor: bigint; revisions: readonly number[] };
          const fromPosition = await test.store.positionOf(cursor);
          const [event] = await all(test.store.readAll({ fromPosition, limit: 1 }));
          expect(event).toMatchObject({ stream, revision: revisions[0], data: { number: w * 100 + n } });
        }
      };
      await Promise.all(numbered(0, 16).map(writer));
      const events = await all(test.store.readAll());
      expect(events.map(({ position }) => position)).toEqual(events.map((_, index) => BigInt(index)));
      const shared = events.filter(({ stream }) => stream === 'dossier-shared');
      expect(shared.map(({ revision }) => revision)).toEqual(shared.map((_, index) => index));
      expect(shared.length).toBeGreaterThanOrEqual(16 * 4);
    });
  });

  describe('a request that cannot be stored', () => {
    const long = 'a'.repeat(maxEventBytes);
    const cases: readonly (readonly [EventRefused['why'], readonly StreamAppend[]])[] = [
      ['no-events', []],
      ['no-events', [newStream('dossier-a')]],
      ['malformed-id', [{ ...newStream('dossier-a'), events: [eventOf(1, { id: 'one' })] }]],
      [
        'malformed-id',
        [{ ...newStream('dossier-a'), events: [eventOf(1, { id: '01890000-0000-7000-8000-00000000000A' })] }],
      ],
      ['malformed-stream', [newStream('', 1)]],
      ['malformed-stream', [newStream('dossier-\0', 1)]],
      ['malformed-stream', [newStream(`dossier-${'a'.repeat(200)}`, 1)]],
      ['malformed-type', [{ ...newStream('dossier-a'), events: [eventOf(1, { type: '' })] }]],
      ['malformed-revision', [{ ...newStream('dossier-a', 1), expected: -1 }]],
      ['malformed-revision', [{ ...newStream('dossier-a', 1), expected: 0.5 }]],
      ['not-json', [{ ...newStream('dossier-a'), events: [eventOf(1, { data: { days: Number.NaN } })] }]],
      ['not-json', [{ ...newStream('dossier-a'), events: [eventOf(1, { data: { text: '\ud800' } })] }]],
      ['nul-character', [{ ...newStream('dossier-a'), events: [eventOf(1, { data: { deep: ['a\0b'] } })] }]],
      ['too-large', [{ ...newStream('dossier-a'), events: [eventOf(1, { data: long })] }]],
      ['repeated-id', [newStream('dossier-a', 1, 2, 1)]],
      ['repeated-id', [newStream('dossier-a', 1), newStream('dossier-b', 1)]],
      ['repeated-stream', [newStream('dossier-a', 1), { ...newStream('dossier-a', 2), expected: 0 }]],
    ];

    it.each(cases)('is refused whole: %s', async (why, requests) => {
      const error = await failureOf(test.store.appendAtomically([...requests]));
      expect(error).toBeInstanceOf(EventRefused);
      expect(error).toMatchObject({ why });
      expect(await test.store.headPosition()).toBe(-1n);
    });

    it('is not one that merely speaks of U+0000, or is as large as allowed', async () => {
      await test.store.append({ ...newStream('dossier-a'), events: [eventOf(1, { data: { text: 'a\\u0000b' } })] });
      const empty = Buffer.byteLength((await all(test.store.readRaw()))[0]?.canonical ?? '');
      const data = { text: 'a'.repeat(maxEventBytes - empty + 'a\\\\u0000b'.length) };
      await test.store.append({ stream: 'dossier-a', expected: 0, events: [eventOf(2, { data })] });
      const [, largest] = await all(test.store.readRaw());
      expect(Buffer.byteLength(largest?.canonical ?? '')).toBe(maxEventBytes);
      expect((await all(test.store.readStream('dossier-a'))).map((event) => event.data)).toEqual([
        { text: 'a\\u0000b' },
        data,
      ]);
    });
  });
};
