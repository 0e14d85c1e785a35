import type { Opening } from '#evidence/sealed/sealed-field.ts';
import type { AppendResult, EventStore, NewEvent, RawEvent } from '../event-store.ts';
import { all, eventOf } from './samples.ts';

export const texts = {
  subject: 'Khiếu nại của bà Trần Thị Bưởi',
  first: 'Có đồng ý cấp phép cho ông Lê Văn Ổi không?',
  second: 'Điều kiện kèm theo?',
  relevance: 'Quản lý đất đai',
};

/** A request with fields of every kind: at the top, in lists, null where nothing was said. */
export const requestOf = (n: number, changes: Partial<typeof texts> = {}): NewEvent => {
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

export const sealedPaths = [
  '/data/addressees/0/relevance',
  '/data/questions/0/text',
  '/data/questions/1/text',
  '/data/subject',
];

export const erasureOf = (n: number, eventId: string, paths: readonly string[]): NewEvent =>
  eventOf(n, {
    type: 'sealed-field.erased',
    data: { eventId, paths, subjects: [], ground: { text: 'Quyết định 5', clause: null }, document: null },
  });

export const rawAt = async (store: EventStore, position: bigint): Promise<RawEvent> => {
  const [raw] = await all(store.readRaw({ fromPosition: position, limit: 1 }));
  if (raw === undefined) throw new Error(`nothing at ${position}`);
  return raw;
};

export const pathsOf = (openings: readonly Opening[]): string[] => openings.map(({ path }) => path);

/** Every way in which readers get events. */
export const readings = async (store: EventStore, stream: string): Promise<unknown[]> => {
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

/** In its stream wherever that stands. */
export const append = (store: EventStore, stream: string, ...events: readonly NewEvent[]): Promise<AppendResult> =>
  store.append({ stream, expected: 'any', events });

/** Records an erasure as event `n` and carries it out. */
export const erase = async (
  store: EventStore,
  n: number,
  eventId: string,
  paths: readonly string[],
): Promise<number> => {
  const { cursor } = await append(store, `erasure-${eventId}`, erasureOf(n, eventId, paths));
  return store.erase(await store.positionOf(cursor));
};
