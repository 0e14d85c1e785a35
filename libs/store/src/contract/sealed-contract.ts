import { describe, expect, it } from '@jest/globals';
import { leafHash } from '#evidence/leaf.ts';
import { opens, sealedFieldsIn } from '#evidence/sealed/sealed-field.ts';
import { EventIdReused, EventRefused, maxEventBytes, type AppendResult, type NewEvent } from '../event-store.ts';
import { eventOf, failureOf, idOf, type UnderTest } from './samples.ts';
import { append, erase, pathsOf, rawAt, readings, requestOf, sealedPaths, texts } from './sealed-samples.ts';

/** Personal texts lie beside the events, and can go without them. */
export const sealedContract = (test: UnderTest): void => {
  const request = (changes: Partial<typeof texts> = {}): Promise<AppendResult> =>
    append(test.store, 'consultation-1', requestOf(1, changes));
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
      const error = await failureOf(append(test.store, 'consultation-1', event));
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
      expect(await append(test.store, 'consultation-1', { ...requestOf(1), ...later })).toMatchObject({
        repeated: true,
      });
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
      await erase(test.store, 2, idOf(1), ['/data/subject']);
      expect(await request({ subject: 'Một nội dung khác' })).toMatchObject({ repeated: true });
      expect(await failureOf(request({ first: 'Câu hỏi khác' }))).toMatchObject({ why: 'other-content' });
      expect(await failureOf(request({ subject: null as unknown as string }))).toMatchObject({ why: 'other-content' });
      expect(pathsOf((await rawAt(test.store, 0n)).openings)).toEqual(sealedPaths.slice(0, 3));
    });
  });
};
