import { describe, expect, it } from '@jest/globals';
import { canonicalize } from '#evidence/canonical-json.ts';
import { leafHash } from '#evidence/leaf.ts';
import type { NewEvent } from '../event-store.ts';
import { recordedV1 } from './recorded-events.ts';
import { all, eventOf, newStream, type UnderTest } from './samples.ts';

/** In the ledger under test this type has reached version 3. */
export const noteUpcasters = [
  { type: 'dossier.remarked', from: 2, up: (data: unknown) => ({ ...(data as object), language: 'vi' }) },
  { type: 'dossier.remarked', from: 1, up: (data: unknown) => ({ text: (data as { note: string }).note }) },
];

/** What lies in the store, and what readers make of it. */
export const bytesContract = (test: UnderTest): void => {
  describe('the stored event', () => {
    it('is its canonical text with all circumstances and without its place, and carries its leaf hash', async () => {
      const event = eventOf(1);
      await test.store.append({ stream: 'dossier-a', expected: 'no-stream', events: [event] });
      const [raw] = await all(test.store.readRaw());
      expect(raw?.canonical).toBe(canonicalize({ ...event, stream: 'dossier-a' }));
      expect(Object.keys(JSON.parse(raw?.canonical ?? '') as object)).toEqual([
        'actor',
        'capacity',
        'causationId',
        'correlationId',
        'data',
        'id',
        'occurredAt',
        'provenance',
        'recordedAt',
        'stream',
        'type',
        'unit',
        'version',
      ]);
      expect(raw).toMatchObject({ position: 0n, stream: 'dossier-a', revision: 0, id: event.id, type: event.type });
      expect(raw?.leaf).toEqual(leafHash(Buffer.from(raw?.canonical ?? '')));
    });

    it('reads back as it was given, with its place', async () => {
      const data = { text: 'Nguyễn Thị Hoà "A" \\ \n€😀', list: [1, -0.5, 1e21, null, true, { a: {} }], empty: '' };
      const event = eventOf(1, { data, unit: null, capacity: 'system', actor: { kind: 'account', id: 'batch' } });
      await test.store.append({ stream: 'dossier-a', expected: 'any', events: [event] });
      expect(await all(test.store.readStream('dossier-a'))).toEqual([
        { ...event, stream: 'dossier-a', revision: 0, position: 0n },
      ]);
    });

    it('is the same bytes in whichever normal form its strings came', async () => {
      const composed = 'Hồ sơ Hoà Bình';
      const event = (text: string): NewEvent => eventOf(1, { data: { text }, unit: text });
      await test.store.append({ ...newStream('dossier-Hoà'), events: [event(composed.normalize('NFD'))] });
      const [raw] = await all(test.store.readRaw());
      expect(raw?.canonical).toBe(canonicalize({ ...event(composed), stream: 'dossier-Hoà'.normalize('NFC') }));
      const again = { ...newStream('dossier-Hoà'.normalize('NFD')), events: [event(composed)] };
      expect(await test.store.append(again)).toMatchObject({ repeated: true });
      expect(await test.store.streamHead('dossier-Hoà'.normalize('NFD'))).toBe(0);
    });
  });

  describe('the anchor', () => {
    const token = 'mVQ2Mj0qWcV0p0oQ5yTzC1o0yQ0p4S3n4V0k0mZ0b2A=';
    const ways: readonly (readonly [string, () => Promise<unknown>])[] = [
      ['an append', () => test.store.append(newStream('dossier-a', 1))],
      ['an import', () => test.store.importStreams([newStream('dossier-a', 1)])],
    ];

    it.each(ways)('is what is known at the moment of %s, between actor and capacity', async (_, store) => {
      test.anchor = token;
      await store();
      const [raw] = await all(test.store.readRaw());
      expect(raw?.canonical).toBe(canonicalize({ ...eventOf(1), anchor: token, stream: 'dossier-a' }));
      expect(raw?.canonical).toContain(`"actor":{"id":"officer-1","kind":"officer"},"anchor":"${token}","capacity"`);
      expect(await all(test.store.readStream('dossier-a'))).toMatchObject([{ anchor: token }]);
    });

    it("is nobody else's to give, and absent while there is none", async () => {
      const event = { ...eventOf(1), anchor: token };
      await test.store.append({ stream: 'dossier-a', expected: 'any', events: [event] });
      expect(Object.keys((await all(test.store.readAll()))[0] ?? {})).not.toContain('anchor');
      expect((await all(test.store.readRaw()))[0]?.canonical).not.toContain('anchor');
    });

    it('makes no repeat another event', async () => {
      await test.store.append(newStream('dossier-a', 1));
      test.anchor = token;
      expect(await test.store.append(newStream('dossier-a', 1))).toMatchObject({ repeated: true });
      expect(await test.store.importStreams([newStream('dossier-a', 1)])).toMatchObject({ repeatedStreams: 1 });
      expect(await all(test.store.readAll())).not.toMatchObject([{ anchor: token }]);
    });
  });

  describe('an event recorded in an older version', () => {
    const record = async (): Promise<void> => {
      const { stream, ...event } = JSON.parse(recordedV1.canonical) as NewEvent & { stream: string };
      await test.store.append({ stream, expected: 'no-stream', events: [event] });
    };

    it('is read in the newest version everywhere', async () => {
      await record();
      const newest = { version: 3, data: { text: 'Hồ sơ thiếu bản vẽ, hoàn trả', language: 'vi' }, revision: 0 };
      const live = test.store.subscribe({ fromPosition: 0n });
      const readings = [
        await all(test.store.readStream(recordedV1.stream)),
        await all(test.store.readAll()),
        (await live[Symbol.asyncIterator]().next()).value as unknown,
      ];
      for (const events of readings) expect(events).toMatchObject([newest]);
    });

    it('keeps the bytes and the leaf hash it was recorded with', async () => {
      await record();
      const [raw] = await all(test.store.readRaw());
      expect(raw?.canonical).toBe(recordedV1.canonical);
      expect(Buffer.from(raw?.leaf ?? []).toString('hex')).toBe(recordedV1.leaf);
    });
  });
};
