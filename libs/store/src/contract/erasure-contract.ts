import { describe, expect, it } from '@jest/globals';
import { EventRefused, type AppendResult } from '../event-store.ts';
import { erasedText } from '../revealed.ts';
import { all, eventOf, failureOf, idOf, type UnderTest } from './samples.ts';
import { append, erase, erasureOf, pathsOf, rawAt, readings, requestOf, sealedPaths, texts } from './sealed-samples.ts';

/** What is erased is gone, and nothing else is. */
export const erasureContract = (test: UnderTest): void => {
  const request = (): Promise<AppendResult> => append(test.store, 'consultation-1', requestOf(1));

  describe('erasing', () => {
    it('removes value and salt of what is named, and leaves bytes, leaf and place untouched', async () => {
      await request();
      const before = await rawAt(test.store, 0n);
      expect(await erase(test.store, 2, idOf(1), ['/data/subject', '/data/questions/0/text'])).toBe(2);
      const after = await rawAt(test.store, 0n);
      expect({ ...after, openings: [] }).toEqual({ ...before, openings: [] });
      expect(after.openings).toEqual(
        before.openings.filter(({ path }) => path.includes('relevance') || path.includes('1')),
      );
      const data = {
        subject: erasedText,
        questions: [
          { questionId: 'q1', text: erasedText },
          { questionId: 'q2', text: texts.second },
        ],
      };
      for (const event of await readings(test.store, 'consultation-1')) expect(event).toMatchObject({ data });
    });

    it('can be repeated, and erases no other event, no other field and no other time', async () => {
      await request();
      await append(test.store, 'consultation-3', requestOf(3));
      const other = await rawAt(test.store, 1n);
      expect(await erase(test.store, 4, idOf(1), ['/data/subject', '/data/number', '/data'])).toBe(1);
      expect(await test.store.erase(2n)).toBe(0);
      expect(await rawAt(test.store, 1n)).toEqual(other);
      expect(await erase(test.store, 5, idOf(77), ['/data/subject'])).toBe(0);
    });

    it('takes nothing from an event recorded after it', async () => {
      await append(test.store, `erasure-${idOf(1)}`, erasureOf(2, idOf(1), ['/data/subject']));
      await request();
      expect(await test.store.erase(0n)).toBe(0);
      expect(pathsOf((await rawAt(test.store, 1n)).openings)).toEqual(sealedPaths);
    });

    it.each([
      ['another event', [eventOf(9)]],
      ['nothing', []],
      ['one that names no event', [erasureOf(9, 'dossier-1', ['/data/subject'])]],
      [
        'one that names no fields',
        [eventOf(9, { type: 'sealed-field.erased', data: { eventId: idOf(1), paths: '/data/subject' } })],
      ],
      ['one without data', [eventOf(9, { type: 'sealed-field.erased', data: null })]],
    ])('is refused where the position holds %s', async (_, events) => {
      await request();
      for (const event of events) await append(test.store, 'erasure-9', event);
      const error = await failureOf(test.store.erase(1n));
      expect(error).toBeInstanceOf(EventRefused);
      expect(error).toMatchObject({ why: 'no-erasure' });
      expect(await failureOf(test.store.erase(-1n))).toMatchObject({ why: 'no-erasure' });
      expect(pathsOf((await rawAt(test.store, 0n)).openings)).toEqual(sealedPaths);
    });

    it('goes together with reading: each reader sees a value or that it is gone', async () => {
      const numbers = Array.from({ length: 30 }, (_, n) => n + 1);
      for (const n of numbers) await append(test.store, `consultation-${n}`, requestOf(n));
      const other = test.ledger.open();
      const seen = new Set<unknown>();
      const reading = async (): Promise<void> => {
        for (let round = 0; round < 10; round += 1) {
          for (const event of await all(other.readAll({ types: ['consultation.requested'] }))) {
            const { subject, questions } = event.data as { subject: unknown; questions: unknown };
            seen.add(subject);
            expect(questions).toEqual((requestOf(1).data as { questions: unknown }).questions);
          }
        }
      };
      const erasing = numbers.map((n) => erase(test.store, 1_000 + n, idOf(n), ['/data/subject']));
      const [counts] = await Promise.all([Promise.all(erasing), reading(), reading()]);
      expect(counts).toEqual(numbers.map(() => 1));
      expect([...seen].filter((subject) => subject !== texts.subject && subject !== erasedText)).toEqual([]);
      const last = await all(other.readAll({ types: ['consultation.requested'] }));
      expect(new Set(last.map(({ data }) => (data as { subject: unknown }).subject))).toEqual(new Set([erasedText]));
    });
  });
};
