import { describe, expect, it } from '@jest/globals';
import { EventIdReused, EventRefused, RevisionConflict, type ImportedStream } from '../event-store.ts';
import {
  all,
  eventOf,
  eventsOf,
  failureOf,
  newStream,
  numberOf,
  numbersOf,
  type Capabilities,
  type UnderTest,
} from './samples.ts';

const streamsOf = (count: number, eventsEach: number): ImportedStream[] =>
  Array.from({ length: count }, (_, s) => ({
    stream: `dossier-${s}`,
    events: Array.from({ length: eventsEach }, (__, n) => eventOf(s * eventsEach + n)),
  }));

async function* oneByOne<T>(items: readonly T[]): AsyncGenerator<T, void, undefined> {
  yield* items;
}

/** Bulk import: the same guarantees as append, many streams at a time. */
export const importContract = (test: UnderTest, { importOrder }: Capabilities): void => {
  describe('an import', () => {
    it(`stores streams ${importOrder ? 'in order' : 'in some order'}, whole, after what is there, as append would have`, async () => {
      await test.store.append(newStream('unit-a', 1_000_000));
      const streams = streamsOf(700, 5);
      const { cursor, ...tally } = await test.store.importStreams(oneByOne(streams));
      expect(tally).toEqual({ streams: 700, events: 3_500, repeatedStreams: 0 });
      expect(await test.store.positionOf(cursor)).toBe(3_500n);
      const events = await all(test.store.readAll({ categories: ['dossier'] }));
      expect(events.map(({ position }) => position)).toEqual(Array.from({ length: 3_500 }, (_, n) => BigInt(n + 1)));
      // The events of a stream follow each other in either case; only where a stream comes may be the engine's.
      const placed = importOrder ? events : events.toSorted((one, two) => numberOf(one) - numberOf(two));
      expect(placed.map(({ position: _, ...event }) => event)).toEqual(
        streams.flatMap(({ stream, events: brought }) =>
          brought.map((event, n) => ({ ...event, stream, revision: n })),
        ),
      );
      const runs = events.filter(({ stream }, n) => stream !== events[n - 1]?.stream);
      expect(runs).toHaveLength(700);
      const other = test.ledger.open();
      await other.append({ stream: 'unit-a', expected: 0, events: eventsOf(2_000_000) });
      expect(await other.headPosition()).toBe(3_501n);
    });

    it('stores the same bytes and leaf as append', async () => {
      await test.store.importStreams([{ stream: 'dossier-a', events: eventsOf(1) }]);
      const [imported] = await all(test.store.readRaw());
      const { cursor, repeated } = await test.store.append(newStream('dossier-a', 1));
      expect({ position: await test.store.positionOf(cursor), repeated }).toEqual({ position: 0n, repeated: true });
      await test.store.append({ stream: 'dossier-a', expected: 0, events: eventsOf(2) });
      const [, appended] = await all(test.store.readRaw());
      expect(imported?.leaf).toHaveLength(32);
      expect(imported?.leaf).not.toEqual(appended?.leaf);
      expect(imported?.canonical.replaceAll('0001"', '0002"').replace('"number":1', '"number":2')).toBe(
        appended?.canonical,
      );
    });

    it('adds nothing the second time, and says so', async () => {
      await test.store.importStreams(streamsOf(20, 3));
      await test.store.append({ stream: 'dossier-4', expected: 2, events: eventsOf(9_000) });
      const again = streamsOf(25, 3).map(({ stream, events }) => ({
        stream,
        events: events.map((event) => ({ ...event, recordedAt: '2026-01-01T00:00:00.000Z' })),
      }));
      expect(await test.store.importStreams(again)).toMatchObject({ streams: 5, events: 15, repeatedStreams: 20 });
      expect(await test.store.headPosition()).toBe(75n);
      const { cursor, ...tally } = await test.store.importStreams(again);
      expect(tally).toEqual({ streams: 0, events: 0, repeatedStreams: 25 });
      expect(await test.store.positionOf(cursor)).toBe(75n);
    });

    it('counts a stream that comes twice in one import as repeated', async () => {
      const both = streamsOf(2, 2);
      const { cursor, ...tally } = await test.store.importStreams([...both, ...both.slice(0, 1)]);
      expect(tally).toEqual({ streams: 2, events: 4, repeatedStreams: 1 });
      expect(await test.store.positionOf(cursor)).toBe(3n);
    });

    it('of nothing stores nothing', async () => {
      expect(await test.store.importStreams([])).toEqual({ streams: 0, events: 0, repeatedStreams: 0, cursor: -1n });
      expect(await test.store.positionOf(-1n)).toBe(-1n);
    });

    it.each([
      ['other content', [eventOf(1), eventOf(2, { data: 'khác' })], EventIdReused, { why: 'other-content' }],
      ['more events than were stored', eventsOf(1, 2, 3), EventIdReused, { why: 'partly-known' }],
      ['other events', eventsOf(7, 8), RevisionConflict, { expected: 'no-stream', actual: 1 }],
      ['no events', [], EventRefused, { why: 'no-events' }],
      ['the same event twice', eventsOf(7, 7), EventRefused, { why: 'repeated-id' }],
    ])('refuses a known stream with %s, and stores nothing of it', async (_, events, kind, facts) => {
      await test.store.append(newStream('dossier-a', 1, 2));
      const error = await failureOf(test.store.importStreams([{ stream: 'dossier-a', events }]));
      expect(error).toBeInstanceOf(kind);
      expect(error).toMatchObject(facts);
      expect(await numbersOf(test.store.readAll())).toEqual([1, 2]);
    });

    it('refuses an event that another stream has already, stored or in the same import', async () => {
      await test.store.append(newStream('dossier-a', 1));
      const taken = test.store.importStreams([{ stream: 'dossier-b', events: eventsOf(2, 1) }]);
      expect(await failureOf(taken)).toMatchObject({ eventId: eventOf(1).id, why: 'other-stream' });
      expect(await test.store.streamHead('dossier-b')).toBeNull();
      const twice = test.store.importStreams([
        { stream: 'dossier-c', events: eventsOf(3) },
        { stream: 'dossier-d', events: eventsOf(3) },
      ]);
      expect(await failureOf(twice)).toMatchObject({ eventId: eventOf(3).id, why: 'other-stream' });
      expect(await test.store.streamHead('dossier-d')).toBeNull();
    });

    it('fails when its source fails, and can be run again', async () => {
      async function* broken(): AsyncGenerator<ImportedStream, void, undefined> {
        yield* streamsOf(3, 2);
        throw new Error('line 8 cannot be read');
      }
      expect(await failureOf(test.store.importStreams(broken()))).toMatchObject({ message: 'line 8 cannot be read' });
      await test.store.importStreams(streamsOf(5, 2));
      expect(await test.store.headPosition()).toBe(9n);
    });

    it('goes together with appends and with another import of the same streams', async () => {
      const streams = streamsOf(300, 2);
      const other = test.ledger.open();
      const appending = async (): Promise<void> => {
        for (let n = 0; n < 30; n += 1) await test.store.append(newStream(`unit-${n}`, 100_000 + n));
      };
      const [one, two] = await Promise.all([
        test.store.importStreams(streams),
        other.importStreams(streams),
        appending(),
      ]);
      expect(one.streams + two.streams).toBe(300);
      expect(one.repeatedStreams + two.repeatedStreams).toBe(300);
      const events = await all(test.store.readAll());
      expect(events).toHaveLength(630);
      expect(events.map(({ position }) => position)).toEqual(events.map((_, index) => BigInt(index)));
    });
  });
};
