import { describe, expect, it } from '@jest/globals';
import { leafHash } from '#evidence/leaf.ts';
import { opens, sealedFieldsIn, type Opening } from '#evidence/sealed/sealed-field.ts';
import {
  EventIdReused,
  EventRefused,
  maxEventBytes,
  type EventStore,
  type NewEvent,
  type RawEvent,
} from '../event-store.ts';
import { erasedText } from '../revealed.ts';
import { all, eventOf, failureOf, idOf, type UnderTest } from './samples.ts';

const texts = {
  subject: 'Khiếu nại của bà Trần Thị Bưởi',
  first: 'Có đồng ý cấp phép cho ông Lê Văn Ổi không?',
  second: 'Điều kiện kèm theo?',
  relevance: 'Quản lý đất đai',
};

/** A request with fields of every kind: at the top, in lists, null where nothing was said. */
const requestOf = (n: number, changes: Partial<typeof texts> = {}): NewEvent => {
  const { subject, first, second, relevance } = { ...texts, ...changes };
  return eventOf(n, {
    type: 'consultation.requested',
    data: {
      consultationId: `c-${n}`,
      subject,
      questions: [
        { questionId: 'q1', text: first },
        { questionId: 'q2', text: second },
      ],
      addressees: [{ unit: 'so-xay-dung', relevance, legalBasis: null }],
      document: { number: '12', symbol: 'UBND-VP', issuedOn: null, title: null },
    },
  });
};

const sealedPaths = [
  '/data/addressees/0/relevance',
  '/data/questions/0/text',
  '/data/questions/1/text',
  '/data/subject',
];

const erasureOf = (n: number, eventId: string, paths: readonly string[]): NewEvent =>
  eventOf(n, {
    type: 'sealed-field.erased',
    data: { eventId, paths, subjects: [], ground: { text: 'Quyết định 5', clause: null }, document: null },
  });

const rawAt = async (store: EventStore, position: bigint): Promise<RawEvent> => {
  const [raw] = await all(store.readRaw({ fromPosition: position, limit: 1 }));
  if (raw === undefined) throw new Error(`nothing at ${position}`);
  return raw;
};

const pathsOf = (openings: readonly Opening[]): string[] => openings.map(({ path }) => path);

/** Every way in which readers get events. */
const readings = async (store: EventStore, stream: string): Promise<unknown[]> => {
  const live = store.subscribe({ fromPosition: 0n });
  const batch = (await live[Symbol.asyncIterator]().next()).value as readonly unknown[];
  await live.close();
  return [
    (await all(store.readStream(stream)))[0],
    (await all(store.readStream(stream, { direction: 'backward' }))).at(-1),
    (await all(store.readAll()))[0],
    (await all(store.readAll({ direction: 'backward', types: ['consultation.requested'] }))).at(-1),
    batch[0],
  ];
};

/** Personal texts lie beside the events, and can go without them. */
export const sealedContract = (test: UnderTest): void => {
  const append = (stream: string, ...events: readonly NewEvent[]): ReturnType<EventStore['append']> =>
    test.store.append({ stream, expected: 'any', events });
  const request = (changes: Partial<typeof texts> = {}): ReturnType<EventStore['append']> =>
    append('consultation-1', requestOf(1, changes));
  const erase = async (n: number, eventId: string, paths: readonly string[]): Promise<number> => {
    const { cursor } = await append(`erasure-${eventId}`, erasureOf(n, eventId, paths));
    return test.store.erase(await test.store.positionOf(cursor));
  };

  const ways: readonly (readonly [string, () => Promise<unknown>])[] = [
    ['an append', () => request()],
    [
      'an append with a decided revision',
      () => test.store.append({ stream: 'consultation-1', expected: 'no-stream', events: [requestOf(1)] }),
    ],
    ['an import', () => test.store.importStreams([{ stream: 'consultation-1', events: [requestOf(1)] }])],
  ];

  describe.each(ways)('the sealed fields of %s', (_, store) => {
    it('come back to every reader as they were given', async () => {
      await store();
      const { data } = requestOf(1);
      for (const event of await readings(test.store, 'consultation-1')) expect(event).toMatchObject({ data });
    });

    it('stand in the stored text as commitments alone, which the openings open', async () => {
      await store();
      const { canonical, leaf, openings } = await rawAt(test.store, 0n);
      for (const text of Object.values(texts)) expect(canonical).not.toContain(text);
      expect(leaf).toEqual(leafHash(Buffer.from(canonical)));
      const fields = sealedFieldsIn(JSON.parse(canonical));
      expect(fields.map(({ path }) => path).toSorted()).toEqual(sealedPaths);
      expect(pathsOf(openings)).toEqual(sealedPaths);
      for (const { path, field } of fields) {
        const opening = openings.find((one) => one.path === path);
        expect(opening !== undefined && opens(opening, field)).toBe(true);
      }
      expect(new Set(openings.map(({ salt }) => Buffer.from(salt).toString('hex'))).size).toBe(4);
    });
  });

  describe('a sealed field', () => {
    it('leaves what is null, and what is not personal, as it is', async () => {
      await request();
      const { canonical } = await rawAt(test.store, 0n);
      expect((JSON.parse(canonical) as NewEvent).data).toMatchObject({
        consultationId: 'c-1',
        document: { number: '12', title: null },
      });
    });

    it('is kept in NFC, in whichever form it came', async () => {
      await request({ subject: texts.subject.normalize('NFD') });
      const { openings } = await rawAt(test.store, 0n);
      expect(openings.find(({ path }) => path === '/data/subject')?.value).toBe(texts.subject.normalize('NFC'));
      expect(await request({ subject: texts.subject.normalize('NFC') })).toMatchObject({ repeated: true });
    });

    const hostile = { sealed: Buffer.alloc(32).toString('base64') };
    it.each([
      ['sealed-already', requestOf(1, { subject: hostile as unknown as string })],
      ['sealed-already', eventOf(1, { data: { deep: [hostile] } })],
      ['sealed-already', eventOf(1, { actor: hostile as unknown as NewEvent['actor'] })],
      ['nul-character', requestOf(1, { subject: 'a\0b' })],
      ['not-json', requestOf(1, { first: 'a\ud800b' })],
      ['too-large', requestOf(1, { subject: 'a'.repeat(maxEventBytes) })],
      ['too-large', requestOf(1, { subject: 'ế'.repeat(maxEventBytes / 3), first: 'a'.repeat(maxEventBytes / 9) })],
    ] as const)('is refused whole: %s', async (why, event) => {
      const error = await failureOf(append('consultation-1', event));
      expect(error).toBeInstanceOf(EventRefused);
      expect(error).toMatchObject({ why });
      expect(await test.store.headPosition()).toBe(-1n);
    });
  });

  describe('an append with sealed fields that comes again', () => {
    const later = { recordedAt: '2026-01-01T00:00:00.000Z' };

    it('is the same when its values are, and keeps its first salts', async () => {
      await request();
      const { canonical, openings } = await rawAt(test.store, 0n);
      expect(await append('consultation-1', { ...requestOf(1), ...later })).toMatchObject({ repeated: true });
      const again = await test.store.importStreams([{ stream: 'consultation-1', events: [requestOf(1)] }]);
      expect(again).toMatchObject({ streams: 0, repeatedStreams: 1 });
      expect(await rawAt(test.store, 0n)).toMatchObject({ canonical, openings });
    });

    it('is another when a value is, or is missing', async () => {
      await request();
      for (const change of [{ second: 'Điều kiện khác' }, { subject: null as unknown as string }]) {
        const error = await failureOf(request(change));
        expect(error).toBeInstanceOf(EventIdReused);
        expect(error).toMatchObject({ eventId: idOf(1), why: 'other-content' });
      }
    });

    it('is the same whatever it brings for a field that was erased, and brings it not back', async () => {
      await request();
      await erase(2, idOf(1), ['/data/subject']);
      expect(await request({ subject: 'Một nội dung khác' })).toMatchObject({ repeated: true });
      expect(await failureOf(request({ first: 'Câu hỏi khác' }))).toMatchObject({ why: 'other-content' });
      expect(await failureOf(request({ subject: null as unknown as string }))).toMatchObject({ why: 'other-content' });
      expect(pathsOf((await rawAt(test.store, 0n)).openings)).toEqual(sealedPaths.slice(0, 3));
    });
  });

  describe('erasing', () => {
    it('removes value and salt of what is named, and leaves bytes, leaf and place untouched', async () => {
      await request();
      const before = await rawAt(test.store, 0n);
      expect(await erase(2, idOf(1), ['/data/subject', '/data/questions/0/text'])).toBe(2);
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
      await append('consultation-3', requestOf(3));
      const other = await rawAt(test.store, 1n);
      expect(await erase(4, idOf(1), ['/data/subject', '/data/number', '/data'])).toBe(1);
      expect(await test.store.erase(2n)).toBe(0);
      expect(await rawAt(test.store, 1n)).toEqual(other);
      expect(await erase(5, idOf(77), ['/data/subject'])).toBe(0);
    });

    it('takes nothing from an event recorded after it', async () => {
      await append(`erasure-${idOf(1)}`, erasureOf(2, idOf(1), ['/data/subject']));
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
      for (const event of events) await append('erasure-9', event);
      const error = await failureOf(test.store.erase(1n));
      expect(error).toBeInstanceOf(EventRefused);
      expect(error).toMatchObject({ why: 'no-erasure' });
      expect(await failureOf(test.store.erase(-1n))).toMatchObject({ why: 'no-erasure' });
      expect(pathsOf((await rawAt(test.store, 0n)).openings)).toEqual(sealedPaths);
    });

    it('goes together with reading: each reader sees a value or that it is gone', async () => {
      const numbers = Array.from({ length: 30 }, (_, n) => n + 1);
      for (const n of numbers) await append(`consultation-${n}`, requestOf(n));
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
      const erasing = numbers.map((n) => erase(1_000 + n, idOf(n), ['/data/subject']));
      const [counts] = await Promise.all([Promise.all(erasing), reading(), reading()]);
      expect(counts).toEqual(numbers.map(() => 1));
      expect([...seen].filter((subject) => subject !== texts.subject && subject !== erasedText)).toEqual([]);
      const last = await all(other.readAll({ types: ['consultation.requested'] }));
      expect(new Set(last.map(({ data }) => (data as { subject: unknown }).subject))).toEqual(new Set([erasedText]));
    });
  });
};
