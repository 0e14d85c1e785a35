import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { leafHash } from '#evidence/leaf.ts';
import { opens, sealedFieldsIn } from '#evidence/sealed/sealed-field.ts';
import { all, eventOf } from '../contract/samples.ts';
import type { EventStore, ExpectedRevision, RawEvent, StreamAppend } from '../event-store.ts';
import { MemoryEventStore } from '../memory/memory-event-store.ts';
import { freshDatabase } from '../../../../test/support/postgres.ts';
import { migrateLedger } from './migrate.ts';
import { openPostgresStore } from './postgres-event-store.ts';

type Command =
  | { readonly do: 'append'; readonly requests: readonly StreamAppend[] }
  | { readonly do: 'import'; readonly streams: readonly StreamAppend[] };

/** Few streams, few ids and few contents, so that conflicts, repeats and reuse are frequent. */
const expected = fc.constantFrom<ExpectedRevision[]>('any', 'no-stream', 'stream-exists', 0, 1, 2, 3);
const event = fc.record({ n: fc.integer({ min: 0, max: 25 }), other: fc.boolean() }).map(({ n, other }) => {
  const data = other && n % 5 === 0 ? { number: n, other, reason: 'khác' } : { number: n, reason: 'chuyển' };
  return eventOf(n, { data, type: n % 2 === 0 ? 'dossier.handed-off' : 'dossier.noted' });
});
const request: fc.Arbitrary<StreamAppend> = fc.record({
  stream: fc.constantFrom('dossier-a', 'dossier-b', 'unit-a'),
  expected,
  events: fc.array(event, { minLength: 1, maxLength: 3 }),
});
const command: fc.Arbitrary<Command> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc
      .array(request, { minLength: 1, maxLength: 2 })
      .map((requests) => ({ do: 'append', requests }) as const),
  },
  {
    weight: 1,
    arbitrary: fc.array(request, { minLength: 1, maxLength: 1 }).map((streams) => ({ do: 'import', streams }) as const),
  },
);

const run = async (store: EventStore, what: Command): Promise<unknown> => {
  try {
    if (what.do === 'import') return await store.importStreams(what.streams);
    return await store.appendAtomically(what.requests);
  } catch (error) {
    // Message included: it names the stream or event concerned.
    return error;
  }
};

/** Less the salts and what they make: of all that is stored they alone are random. */
const saltless = ({ canonical, openings, leaf, ...raw }: RawEvent): unknown => {
  expect(leaf).toEqual(leafHash(Buffer.from(canonical)));
  const envelope = JSON.parse(canonical) as unknown;
  const fields = new Map(sealedFieldsIn(envelope).map(({ path, field }) => [path, field]));
  for (const opening of openings) {
    const field = fields.get(opening.path);
    expect(field !== undefined && opens(opening, field)).toBe(true);
  }
  return { ...raw, sealed: fields.size, values: openings.map(({ path, value }) => ({ path, value })) };
};

describe('the ledger in PostgreSQL', () => {
  it('answers and holds the same as the one in memory, whatever is asked of it', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(command, { minLength: 5, maxLength: 25 }), async (commands) => {
        const database = await freshDatabase();
        await migrateLedger(database.ownerUrl);
        const [postgres, memory] = [
          openPostgresStore({ appUrl: database.appUrl, poolSize: 1 }),
          new MemoryEventStore(),
        ];
        try {
          for (const what of commands) expect(await run(postgres, what)).toEqual(await run(memory, what));
          expect((await all(postgres.readRaw())).map(saltless)).toEqual((await all(memory.readRaw())).map(saltless));
          expect(await all(postgres.readAll({ direction: 'backward' }))).toEqual(
            await all(memory.readAll({ direction: 'backward' })),
          );
        } finally {
          await postgres.close();
          await database.drop();
        }
      }),
      { numRuns: 20, seed: 20250701 },
    );
  });
});
