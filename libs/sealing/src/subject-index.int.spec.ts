import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import pg from 'pg';
import { leafHash } from '#evidence/leaf.ts';
import { emptyChain, extendChain, type ChainHead } from '#evidence/subject/chain.ts';
import { emptySubtree, mapProof, mapRoot, subjectKey, verifyMapEntry } from '#evidence/subject/map.ts';
import { subjectsOf } from '#evidence/subject/subjects-of.ts';
import type { RawEvent } from '#store/event-store.ts';
import { openCutLine } from '../../store/src/contract/cut-line.ts';
import { freshDatabase, type FreshDatabase } from '../../../test/support/postgres.ts';
import { migrateEvidence, openSubjectIndex, SubjectIndexRefused, type SubjectIndex } from './subject-index.ts';

const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');

/** An event of a dossier by an officer, about others, at its place. */
const rawEvent = (position: number, dossier: string, officers: readonly string[]): RawEvent => {
  const envelope = {
    actor: { kind: 'officer', id: officers[0] ?? 'nobody' },
    data: { attendees: officers.slice(1) },
    stream: `dossier-${dossier}`,
    type: 'dossier.noted',
    unit: null,
  };
  const canonical = JSON.stringify(envelope);
  return {
    position: BigInt(position),
    stream: envelope.stream,
    revision: 0,
    id: '01890000-0000-7000-8000-000000000000',
    type: envelope.type,
    canonical,
    leaf: leafHash(new TextEncoder().encode(canonical)),
    openings: [],
  };
};

const eventsOf = (history: readonly (readonly [string, readonly string[]])[]): RawEvent[] =>
  history.map(([dossier, officers], position) => rawEvent(position, dossier, officers));

/** Everything from scratch, as the verifier sees it. */
const plainIndex = (events: readonly RawEvent[]) => {
  const chains = new Map<string, ChainHead>();
  const positions = new Map<string, bigint[]>();
  for (const { canonical, position, leaf } of events)
    for (const subject of subjectsOf(JSON.parse(canonical))) {
      chains.set(subject, extendChain(chains.get(subject) ?? emptyChain, position, leaf));
      positions.set(subject, [...(positions.get(subject) ?? []), position]);
    }
  const leaves = [...chains]
    .map(([subject, chain]) => ({ key: subjectKey(subject), chain }))
    .sort((a, b) => Buffer.compare(a.key, b.key));
  return { chains, positions, leaves, root: mapRoot(leaves) };
};

const history = fc.array(
  fc.tuple(
    fc.integer({ min: 0, max: 40 }).map(String),
    fc.array(
      fc.integer({ min: 0, max: 25 }).map((n) => `cb-${n}`),
      { minLength: 1, maxLength: 4 },
    ),
  ),
  { minLength: 1, maxLength: 60 },
);

const many = eventsOf(Array.from({ length: 3_000 }, (_, n) => [`hs-${n % 700}`, [`cb-${n % 53}`, `cb-${n % 17}`]]));

describe('the index of subjects', () => {
  let database: FreshDatabase;
  let index: SubjectIndex;
  let opened: SubjectIndex[];

  const open = async (appUrl = database.appUrl): Promise<SubjectIndex> => {
    const another = await openSubjectIndex({ appUrl });
    opened.push(another);
    return another;
  };

  beforeEach(async () => {
    database = await freshDatabase();
    await migrateEvidence(database.ownerUrl);
    await migrateEvidence(database.ownerUrl);
    opened = [];
    index = await open();
  });
  afterEach(async () => {
    await Promise.all(opened.map((each) => each.close()));
    await database.drop();
  });

  const expectIndexOf = async (events: readonly RawEvent[]): Promise<void> => {
    const plain = plainIndex(events);
    const state = await index.state();
    expect({ ...state, root: hex(state.root) }).toEqual({
      size: BigInt(events.length),
      root: hex(plain.root),
      subjects: BigInt(plain.chains.size),
    });
    await index.look(async (snapshot) => {
      // Every subject of a small history, some sixty of a large one.
      const stride = Math.ceil(plain.chains.size / 60);
      for (const [subject, chain] of [...plain.chains].filter((_, at) => at % stride === 0)) {
        const found = await snapshot.proofOf(subject);
        expect(found?.proof.map(hex)).toEqual(mapProof(plain.leaves, subjectKey(subject)).map(hex));
        expect(verifyMapEntry({ root: plain.root, subject, chain, proof: found?.proof ?? [] })).toEqual({ ok: true });
        expect([found?.chain.count, hex(found?.chain.head ?? emptySubtree)]).toEqual([chain.count, hex(chain.head)]);
        expect(await snapshot.positionsOf(subject)).toEqual(plain.positions.get(subject));
      }
    });
  };

  it('is empty at first', async () => {
    expect(await index.state()).toEqual({ size: 0n, root: emptySubtree, subjects: 0n });
    expect(await index.extend([])).toEqual({ size: 0n, root: emptySubtree, subjects: 0n });
  });

  it('extended piece by piece, is the chains and the map made from scratch', async () => {
    await fc.assert(
      fc.asyncProperty(history, fc.array(fc.integer({ min: 1, max: 30 }), { maxLength: 5 }), async (acts, cuts) => {
        await index.reset();
        const events = eventsOf(acts);
        let at = 0;
        for (const cut of [...cuts, events.length]) {
          await index.extend(events.slice(at, at + cut));
          at = Math.min(events.length, at + cut);
        }
        await expectIndexOf(events);
      }),
      { numRuns: 12 },
    );
  });

  it('takes thousands of events at once', async () => {
    await index.extend(many.slice(0, 2_900));
    expect(await index.extend(many.slice(2_900))).toMatchObject({ size: 3_000n });
    await expectIndexOf(many);
  });

  it('has nothing to say about a subject without events', async () => {
    await index.extend(many.slice(0, 10));
    await index.look(async (snapshot) => {
      expect(await snapshot.proofOf('officer:stranger')).toBeNull();
      expect(await snapshot.positionsOf('officer:stranger')).toEqual([]);
    });
  });

  it('takes a subject of any length', async () => {
    const long = 'x'.repeat(20_000);
    await index.extend([rawEvent(0, 'a', [long])]);
    expect(await index.look((snapshot) => snapshot.positionsOf(`officer:${long}`))).toEqual([0n]);
  });

  it.each([
    ['a gap before them', [rawEvent(3, 'a', ['b'])], 'gap'],
    ['a repeat', [rawEvent(1, 'a', ['b'])], 'gap'],
    ['a gap among them', [rawEvent(2, 'a', ['b']), rawEvent(4, 'a', ['b'])], 'gap'],
    ['another order', [rawEvent(2, 'a', ['b']), rawEvent(3, 'a', ['b'])].toReversed(), 'gap'],
    ['a leaf that is not of the text', [{ ...rawEvent(2, 'a', ['b']), leaf: emptySubtree }], 'other-leaf'],
  ] as const)('refuses events with %s, and stays as it was', async (_, events, why) => {
    await index.extend(many.slice(0, 2));
    const refusal = await index.extend(events).catch((error: unknown) => error);
    expect(refusal).toBeInstanceOf(SubjectIndexRefused);
    expect(refusal).toMatchObject({ why });
    await expectIndexOf(many.slice(0, 2));
  });

  it('refuses to go on where another version of the subject function began', async () => {
    await index.extend(many.slice(0, 2));
    const client = new pg.Client({ connectionString: database.ownerUrl });
    await client.connect();
    await client.query('update evidence.state set rule = 99');
    await client.end();
    await expect(index.extend(many.slice(2, 3))).rejects.toMatchObject({ why: 'other-rule' });
    await index.reset();
    await index.extend(many.slice(0, 3));
    await expectIndexOf(many.slice(0, 3));
  });

  it('lets one of two that extend at once go first, and refuses the other', async () => {
    const outcomes = await Promise.allSettled([index.extend(many.slice(0, 50)), index.extend(many.slice(0, 50))]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    await expectIndexOf(many.slice(0, 50));
  });

  it('goes on from what is stored, whatever it remembers, when another has extended or emptied it', async () => {
    const other = await open();
    await index.extend(many.slice(0, 100));
    await other.extend(many.slice(100, 200));
    await index.extend(many.slice(200, 300));
    await other.extend(many.slice(300, 400));
    await expectIndexOf(many.slice(0, 400));
    await other.reset();
    await other.extend(many.slice(0, 50));
    await index.extend(many.slice(50, 400));
    await expectIndexOf(many.slice(0, 400));
  });

  it('shows one moment to whoever looks, whatever is added meanwhile', async () => {
    await index.extend(many.slice(0, 100));
    const before = plainIndex(many.slice(0, 100));
    await index.look(async (snapshot) => {
      await index.extend(many.slice(100, 400));
      expect([snapshot.size, hex(snapshot.root)]).toEqual([100n, hex(before.root)]);
      expect(await snapshot.positionsOf('officer:cb-1')).toEqual(before.positions.get('officer:cb-1'));
      const found = await snapshot.proofOf('officer:cb-1');
      const { root } = snapshot;
      expect(
        verifyMapEntry({ root, subject: 'officer:cb-1', chain: emptyChain, ...found, proof: found?.proof ?? [] }),
      ).toEqual({ ok: true });
    });
    await expectIndexOf(many.slice(0, 400));
  });

  it('is emptied only when nobody looks any more', async () => {
    await index.extend(many.slice(0, 100));
    let emptied: Promise<void> | undefined;
    await index.look(async (snapshot) => {
      emptied = index.reset();
      expect(await snapshot.positionsOf('officer:cb-1')).not.toEqual([]);
    });
    await emptied;
    await expectIndexOf([]);
  });

  it.each(['evidence.subject', 'evidence.stretch', 'evidence.map_page', 'update evidence.state', 'commit'])(
    'cut off in the middle of extending, before %s: it is as it was, and goes on',
    async (statement) => {
      await index.extend(many.slice(0, 100));
      const line = await openCutLine(database.appUrl);
      const cutOff = await open(line.url);
      await cutOff.state();
      line.cutAt('before-request', statement);
      await expect(cutOff.extend(many.slice(100, 200))).rejects.toThrow();
      expect(line.cuts()).toBe(1);
      await expectIndexOf(many.slice(0, 100));
      await index.extend(many.slice(100, 200));
      await expectIndexOf(many.slice(0, 200));
      await line.close();
    },
  );
});
