import pg from 'pg';
import type { ChainHead } from '#evidence/subject/chain.ts';
import { subjectRule } from '#evidence/subject/subjects-of.ts';
import type { RawEvent } from '#store/event-store.ts';
import { migrateSchema } from '#store/postgres/migrate.ts';
import { evidence } from './subjects/0001-evidence.ts';
import { SubjectIndexRefused, concernedBy } from './subjects/concerned.ts';
import { extendChains } from './subjects/extend-chains.ts';
import { IndexRows, type Extended, type IndexState } from './subjects/index-rows.ts';
import { keyText, placed, siblingsTo, slotOf } from './subjects/map-page.ts';
import { updateMap, type LoadPages } from './subjects/map-update.ts';
import { RecentRows } from './subjects/recent.ts';

export { SubjectIndexRefused } from './subjects/concerned.ts';

export type SubjectProof = {
  readonly chain: ChainHead;
  /** As `mapProof` gives it, from the root downward. */
  readonly proof: readonly Uint8Array[];
};

/** A consistent look at one size of the map, whatever the index does meanwhile. */
export type SubjectSnapshot = {
  /** The map is over the events [0, size). */
  readonly size: bigint;
  readonly root: Uint8Array;
  readonly subjects: bigint;
  /** null: no event concerns the subject. */
  proofOf(subject: string): Promise<SubjectProof | null>;
  /** Positions of the subject's events, ascending, below `size`. */
  positionsOf(subject: string): Promise<readonly bigint[]>;
};

/**
 * Chains of all subjects and the map over them, in PostgreSQL (schema `evidence`): derived from the events,
 * rebuildable, and never trusted by a verifier. One writer at a time (advisory lock of the signer).
 */
export interface SubjectIndex {
  /**
   * Takes in the events that follow on its size, in one transaction: all or none. Answers the new size and root.
   * Throws SubjectIndexRefused; after any other fault `state` says whether it was stored. Only the newest map is kept, and an export needs one whose root is recorded:
   * callers MUST record where they stop.
   */
  extend(events: readonly RawEvent[]): Promise<IndexState>;
  state(): Promise<IndexState>;
  /** Reads within one repeatable-read transaction, and ends it whatever happens. */
  look<T>(read: (snapshot: SubjectSnapshot) => Promise<T>): Promise<T>;
  /** Empties it, to be filled again from the events. */
  reset(): Promise<void>;
  close(): Promise<void>;
}

/** One that extends, and some that look. */
const connections = 4;
/** TRUNCATE passes by snapshots: it waits until nobody looks any more, and whoever looks then sees an empty index. */
const beginLooking = `
  begin isolation level repeatable read read only;
  lock table evidence.subject, evidence.stretch, evidence.map_page in access share mode`;

/**
 * The index can be made again from the events, and its size is committed with it: losing its last moments in a crash
 * costs making them again, waiting for the disk would cost every batch. Planned for few rows, a join would walk over
 * all subjects there are when it is made for many.
 */
const beginExtending = `
  begin;
  set local synchronous_commit = off;
  set local enable_seqscan = off;
  set local enable_hashjoin = off;
  set local enable_mergejoin = off`;

const mapWith = async (
  load: LoadPages,
  extended: readonly Extended[],
  { root }: IndexState,
): ReturnType<typeof updateMap> => {
  if (extended.length === 0) return { root, pages: new Map() };
  return updateMap(
    load,
    extended.map(({ key, chain }) => placed(key, chain)),
  );
};

const snapshotOf = (rows: IndexRows, { size, root, subjects }: IndexState): SubjectSnapshot => {
  const find = async (subject: string) => (await rows.subjects([keyText(subject)])).get(keyText(subject)) ?? null;
  return {
    size,
    root,
    subjects,
    proofOf: async (subject) => {
      const found = await find(subject);
      if (found === null) return null;
      const key = keyText(subject);
      const pages = await rows.pages(Array.from(key, (_, depth) => key.slice(0, depth)));
      const path = [...pages].sort(([one], [other]) => one.length - other.length);
      return { chain: found.chain, proof: path.flatMap(([at, page]) => siblingsTo(page, slotOf(key, at.length))) };
    },
    positionsOf: async (subject) => {
      const found = await find(subject);
      return found === null ? [] : rows.positions(found.id);
    },
  };
};

class PostgresSubjectIndex implements SubjectIndex {
  readonly #pool: pg.Pool;
  #recent: RecentRows | null = null;

  constructor(appUrl: string) {
    this.#pool = new pg.Pool({ connectionString: appUrl, max: connections });
    // An idle connection that breaks leaves the pool by itself; the next statement gets a new one.
    this.#pool.on('error', () => undefined);
  }

  async extend(events: readonly RawEvent[]): Promise<IndexState> {
    const [first] = events;
    if (first === undefined) return this.state();
    const concerned = await concernedBy(events);
    const recent = this.#recent;
    // Whatever happens now, only what is committed is worth remembering.
    this.#recent = null;
    const { after, remember } = await this.#transaction(beginExtending, async (rows) => {
      const { rule, ...before } = await rows.state(true);
      if (before.size > 0n && rule !== subjectRule)
        throw new SubjectIndexRefused('other-rule', `the index is of rule ${rule}, not ${subjectRule}`);
      if (first.position !== before.size)
        throw new SubjectIndexRefused('gap', `event ${first.position} where ${before.size} comes next`);
      const known = recent?.isOf(before) === true ? recent : new RecentRows();
      const extended = await extendChains((keys) => known.subjects.of(keys, rows.subjects), concerned, before.subjects);
      const subjects = extended.reduce((most, { id }) => (id >= most ? id + 1n : most), before.subjects);
      const { root, pages } = await mapWith((paths) => known.pages.of(paths, rows.pages), extended, before);
      if (extended.length > 0) await rows.saveSubjects(extended);
      if (pages.size > 0) await rows.savePages(pages);
      const at = { size: before.size + BigInt(events.length), root, subjects };
      await rows.saveState(at, subjectRule);
      const keep = (): RecentRows => {
        known.take(at, extended, pages);
        return known;
      };
      return { after: at, remember: keep };
    });
    this.#recent = remember();
    return after;
  }

  state(): Promise<IndexState> {
    return this.look(async ({ size, root, subjects }) => ({ size, root, subjects }));
  }

  look<T>(read: (snapshot: SubjectSnapshot) => Promise<T>): Promise<T> {
    return this.#transaction(beginLooking, async (rows) => read(snapshotOf(rows, await rows.state())));
  }

  reset(): Promise<void> {
    return this.#transaction('begin', (rows) => rows.empty());
  }

  close(): Promise<void> {
    return this.#pool.end();
  }

  async #transaction<T>(begin: string, work: (rows: IndexRows) => Promise<T>): Promise<T> {
    const client = await this.#pool.connect();
    // A connection that goes between two statements fails the next one.
    const ignored = (): void => undefined;
    client.on('error', ignored);
    let broken: Error | boolean = true;
    try {
      await client.query(begin);
      const answer = await work(new IndexRows(client));
      await client.query('commit');
      broken = false;
      return answer;
    } catch (error) {
      // A connection that cannot even roll back is thrown away, and the server ends its transaction.
      broken = await client.query('rollback').then(
        () => false,
        () => true,
      );
      throw error;
    } finally {
      client.off('error', ignored);
      client.release(broken);
    }
  }
}

/** `appUrl` as ledger_app, to a database that `migrateEvidence` has seen. */
export const openSubjectIndex = async ({ appUrl }: { readonly appUrl: string }): Promise<SubjectIndex> =>
  new PostgresSubjectIndex(appUrl);

/** Brings the schema `evidence` to its newest version, as the owner. */
export const migrateEvidence = (ownerUrl: string): Promise<void> =>
  migrateSchema(ownerUrl, { name: 'evidence', migrations: [evidence] });
