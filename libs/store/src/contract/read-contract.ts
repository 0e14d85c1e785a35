import { beforeEach, describe, expect, it } from '@jest/globals';
import type { RawEvent } from '../event-store.ts';
import { all, eventOf, eventsOf, idOf, newStream, numbersOf, type UnderTest } from './samples.ts';

/** Reading forward, backward, from a place, with filters. */
export const readContract = (test: UnderTest): void => {
  describe('an empty ledger', () => {
    it('has no head, no streams and nothing to read', async () => {
      expect(await test.store.headPosition()).toBe(-1n);
      expect(await test.store.streamHead('dossier-a')).toBeNull();
      expect(await all(test.store.readStream('dossier-a'))).toEqual([]);
      expect(await all(test.store.readStream('dossier-a', { direction: 'backward' }))).toEqual([]);
      expect(await all(test.store.readAll())).toEqual([]);
      expect(await all(test.store.readAll({ direction: 'backward' }))).toEqual([]);
      expect(await all(test.store.readRaw())).toEqual([]);
    });
  });

  describe('reading', () => {
    /** Positions 0–6 hold events 0–6. */
    beforeEach(async () => {
      await test.store.append(newStream('dossier-a', 0, 1));
      await test.store.append({ ...newStream('unit-a'), events: [eventOf(2, { type: 'unit.created' })] });
      await test.store.append({ stream: 'dossier-a', expected: 1, events: [eventOf(3, { type: 'dossier.closed' })] });
      await test.store.append(newStream('dossierx-a', 4));
      await test.store.append({ stream: 'dossier-a', expected: 2, events: eventsOf(5, 6) });
    });

    it.each([
      ['all of it', {}, [0, 1, 3, 5, 6]],
      ['from a revision', { fromRevision: 2 }, [3, 5, 6]],
      ['from the last revision', { fromRevision: 4 }, [6]],
      ['from beyond the head', { fromRevision: 5 }, []],
      ['the first two', { limit: 2 }, [0, 1]],
      ['two from a revision', { fromRevision: 1, limit: 2 }, [1, 3]],
      ['none', { limit: 0 }, []],
      ['backward', { direction: 'backward' }, [6, 5, 3, 1, 0]],
      ['backward from a revision', { direction: 'backward', fromRevision: 2 }, [3, 1, 0]],
      ['backward from beyond the head', { direction: 'backward', fromRevision: 99 }, [6, 5, 3, 1, 0]],
      ['backward, the last', { direction: 'backward', limit: 1 }, [6]],
    ] as const)('a stream: %s', async (_, options, numbers) => {
      expect(await numbersOf(test.store.readStream('dossier-a', options))).toEqual(numbers);
    });

    it.each([
      ['all of it', {}, [0, 1, 2, 3, 4, 5, 6]],
      ['from a position', { fromPosition: 4n }, [4, 5, 6]],
      ['from beyond the head', { fromPosition: 7n }, []],
      ['three from a position', { fromPosition: 1n, limit: 3 }, [1, 2, 3]],
      ['none', { limit: 0 }, []],
      ['backward', { direction: 'backward' }, [6, 5, 4, 3, 2, 1, 0]],
      ['backward from a position', { direction: 'backward', fromPosition: 2n }, [2, 1, 0]],
      ['backward from beyond the head', { direction: 'backward', fromPosition: 99n, limit: 1 }, [6]],
      ['one type', { types: ['dossier.closed'] }, [3]],
      ['two types', { types: ['dossier.closed', 'unit.created'] }, [2, 3]],
      ['no type', { types: [] }, []],
      ['one category, not what merely begins like it', { categories: ['dossier'] }, [0, 1, 3, 5, 6]],
      ['two categories', { categories: ['unit', 'dossierx'] }, [2, 4]],
      ['type and category', { types: ['dossier.noted'], categories: ['dossier'] }, [0, 1, 5, 6]],
      ['filtered, limited, from a position', { categories: ['dossier'], fromPosition: 1n, limit: 2 }, [1, 3]],
      ['filtered backward', { direction: 'backward', categories: ['dossier'], limit: 3 }, [6, 5, 3]],
    ] as const)('the ledger: %s', async (_, options, numbers) => {
      expect(await numbersOf(test.store.readAll(options))).toEqual(numbers);
    });

    it('gives places that agree with each other', async () => {
      const events = await all(test.store.readAll());
      expect(events.map(({ stream, revision, position }) => `${position} ${stream}@${revision}`)).toEqual([
        '0 dossier-a@0',
        '1 dossier-a@1',
        '2 unit-a@0',
        '3 dossier-a@2',
        '4 dossierx-a@0',
        '5 dossier-a@3',
        '6 dossier-a@4',
      ]);
      expect(await test.store.streamHead('dossier-a')).toBe(4);
      expect(await test.store.headPosition()).toBe(6n);
    });

    it('the place of an event by its id', async () => {
      for await (const { id, position } of test.store.readRaw()) {
        expect(await test.store.positionOfEvent(id)).toBe(position);
      }
      expect(await test.store.positionOfEvent(idOf(77))).toBeNull();
      expect(await test.store.positionOfEvent('dossier-a')).toBeNull();
    });

    it('bytes, from a position', async () => {
      const raw = await all(test.store.readRaw({ fromPosition: 2n, limit: 2 }));
      expect(raw.map(({ position, stream, revision, type }) => ({ position, stream, revision, type }))).toEqual([
        { position: 2n, stream: 'unit-a', revision: 0, type: 'unit.created' },
        { position: 3n, stream: 'dossier-a', revision: 2, type: 'dossier.closed' },
      ]);
    });
  });

  describe('leaves alone', () => {
    const leafOf = ({ leaf }: RawEvent): Uint8Array => leaf;
    beforeEach(async () => {
      await test.store.append(newStream('dossier-a', 0, 1, 2));
      await test.store.append(newStream('unit-a', 3, 4));
    });

    it.each([
      ['all of them', { fromPosition: 0n, limit: 5 }],
      ['from a position', { fromPosition: 3n, limit: 99 }],
      ['some from a position', { fromPosition: 1n, limit: 3 }],
      ['the last', { fromPosition: 4n, limit: 1 }],
      ['from beyond the head', { fromPosition: 5n, limit: 9 }],
      ['none', { fromPosition: 1n, limit: 0 }],
    ])('are those of the events: %s', async (_, range) => {
      const events = range.limit === 0 ? [] : await all(test.store.readRaw(range));
      expect(await test.store.readLeaves(range)).toEqual(events.map(leafOf));
    });
  });

  it('reads more than fits in one page, in both directions and with a filter', async () => {
    const count = 2_345;
    const numbers = Array.from({ length: count }, (_, n) => n);
    // In parts: an engine may bound what it takes in one append.
    for (let from = 0; from < count; from += 1_000) {
      const events = eventsOf(...numbers.slice(from, from + 1_000));
      await test.store.append({ stream: 'dossier-long', expected: 'any', events });
    }
    const backward = numbers.toReversed();
    expect(await numbersOf(test.store.readStream('dossier-long'))).toEqual(numbers);
    expect(await numbersOf(test.store.readStream('dossier-long', { direction: 'backward' }))).toEqual(backward);
    expect(await numbersOf(test.store.readAll({ categories: ['dossier'] }))).toEqual(numbers);
    expect(await numbersOf(test.store.readAll({ direction: 'backward', limit: 1_500 }))).toEqual(
      backward.slice(0, 1_500),
    );
    const raw = await all(test.store.readRaw({ fromPosition: 10n }));
    expect(raw).toHaveLength(count - 10);
    expect(await test.store.readLeaves({ fromPosition: 10n, limit: count })).toEqual(raw.map(({ leaf }) => leaf));
  });
};
