import { describe, expect, it } from '@jest/globals';
import { EventIdReused, type NewEvent, type StreamAppend } from '../event-store.ts';
import { eventOf, eventsOf, failureOf, newStream, numbersOf, type UnderTest } from './samples.ts';

const later = (event: NewEvent): NewEvent => ({ ...event, recordedAt: '2025-07-02T08:00:00.000Z' });

/** The same append twice is one append; the same id for anything else is an error. */
export const idempotencyContract = (test: UnderTest): void => {
  describe('an append that comes again', () => {
    it('gives its first result, although the stream has moved on and the clock too', async () => {
      const first = newStream('dossier-a', 1, 2);
      const result = await test.store.append(first);
      await test.store.append({ stream: 'dossier-a', expected: 1, events: eventsOf(3) });
      const again = await test.store.append({ ...first, events: first.events.map(later) });
      expect(again).toEqual({ ...result, repeated: true });
      expect(await numbersOf(test.store.readAll())).toEqual([1, 2, 3]);
    });

    it('is one event when both come at the same time', async () => {
      const request: StreamAppend = { stream: 'dossier-a', expected: 'any', events: eventsOf(1) };
      const results = await Promise.all(Array.from({ length: 8 }, () => test.store.append(request)));
      const [first] = results;
      expect(await test.store.positionOf(first?.cursor ?? -1n)).toBe(0n);
      expect(results.map(({ cursor, revisions }) => ({ cursor, revisions }))).toEqual(
        Array.from({ length: 8 }, () => ({ cursor: first?.cursor, revisions: [0] })),
      );
      expect(results.filter(({ repeated }) => !repeated)).toHaveLength(1);
      expect(await test.store.headPosition()).toBe(0n);
    });
  });

  describe('an id that is known already', () => {
    const changes: readonly (readonly [string, Partial<NewEvent>])[] = [
      ['data', { data: { number: 2, subject: 'khác' } }],
      ['type', { type: 'dossier.changed' }],
      ['version', { version: 2 }],
      ['occurredAt', { occurredAt: '2025-07-01T01:00:00.001Z' }],
      ['actor', { actor: { kind: 'unknown' } }],
      ['unit', { unit: null }],
      ['capacity', { capacity: 'for-head' }],
      ['provenance', { provenance: { kind: 'sample' } }],
      ['correlationId', { correlationId: 'other' }],
      ['causationId', { causationId: 'other' }],
    ];

    it.each(changes)('is refused with another %s', async (_, change) => {
      await test.store.append(newStream('dossier-a', 1, 2));
      const changed = { stream: 'dossier-a', expected: 'any' as const, events: [eventOf(1), eventOf(2, change)] };
      const error = await failureOf(test.store.append(changed));
      expect(error).toBeInstanceOf(EventIdReused);
      expect(error).toMatchObject({ eventId: eventOf(2).id, why: 'other-content' });
      expect(await test.store.headPosition()).toBe(1n);
    });

    it('is refused in another stream', async () => {
      await test.store.append(newStream('dossier-a', 1));
      expect(await failureOf(test.store.append(newStream('dossier-b', 1)))).toMatchObject({ why: 'other-stream' });
      expect(await test.store.streamHead('dossier-b')).toBeNull();
    });

    it.each([
      ['a new one after it', [1, 2], 2],
      ['a new one before it', [2, 1], 2],
    ])('is refused with %s: part of a batch is not a repeat', async (_, numbers, fresh) => {
      await test.store.append(newStream('dossier-a', 1));
      const mixed = test.store.append({ stream: 'dossier-a', expected: 0, events: eventsOf(...numbers) });
      expect(await failureOf(mixed)).toMatchObject({ eventId: eventOf(fresh).id, why: 'partly-known' });
      expect(await numbersOf(test.store.readAll())).toEqual([1]);
    });
  });
};
