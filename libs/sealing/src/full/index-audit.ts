import pg from 'pg';
import { sameBytes } from '#evidence/tree/node.ts';
import { formatPage } from '../subjects/map-page.ts';
import type { Findings } from './findings.ts';
import { noPlaces, placesWith, type SubjectAudit } from './subject-audit.ts';

type StateRow = readonly [size: string, root: Buffer, subjects: string];
type SubjectRow = readonly [id: string, name: string, key: string, count: string, head: Buffer];
type StretchRow = readonly [subject: string, first: string, positions: readonly string[]];
type PageRow = readonly [path: string, content: Buffer];

const pageRows = 1_000;
const beginLooking = `
  begin isolation level repeatable read read only;
  lock table evidence.subject, evidence.stretch, evidence.map_page in access share mode`;

/** The subject index as PostgreSQL has it, row by row, in one look. */
class IndexLook {
  constructor(private readonly client: pg.Client) {}

  async rows<Row extends readonly unknown[]>(text: string, values: readonly unknown[] = []): Promise<readonly Row[]> {
    const { rows } = await this.client.query({ text, values: [...values], rowMode: 'array' });
    return rows as unknown as readonly Row[];
  }

  /** Pages of rows, each from where the last one ended; `after` gives what the next page begins behind. */
  async *paged<Row extends readonly unknown[]>(
    text: string,
    start: readonly unknown[],
    after: (row: Row) => unknown[],
  ) {
    for (let values = [...start]; ;) {
      const rows = await this.rows<Row>(`${text} limit ${pageRows}`, values);
      yield* rows;
      const last = rows.at(-1);
      if (last === undefined || rows.length < pageRows) return;
      values = after(last);
    }
  }
}

/** Compares every row with what the events give. */
class IndexComparison {
  readonly #names = new Map<string, string>();

  constructor(
    private readonly look: IndexLook,
    private readonly made: SubjectAudit,
    private readonly findings: Findings,
  ) {}

  async run(state: StateRow): Promise<void> {
    const made = await this.made.state();
    if (!sameBytes(new Uint8Array(state[1]), made.root) || state[2] !== String(made.subjects))
      this.#differs('evidence.state', `${state[2]} ${state[1].toString('base64')}`);
    await this.#subjects();
    await this.#stretches();
    await this.#pages();
  }

  async #subjects(): Promise<void> {
    const text = `select id, name, encode(key, 'hex'), count, head from evidence.subject where id > $1 order by id`;
    for await (const row of this.look.paged<SubjectRow>(text, [-1], ([id]) => [id])) {
      const [id, name, key, count, head] = row;
      const made = this.made.subjects.get(name);
      this.#names.set(id, name);
      const isMade = made?.key === key && String(made.chain.count) === count && sameBytes(made.chain.head, head);
      if (!isMade) this.#differs(name, made === undefined ? count : `${count} ${head.toString('base64')}`);
    }
    if (this.#names.size !== this.made.subjects.size)
      this.#differs('evidence.subject', String(this.#names.size), String(this.made.subjects.size));
  }

  async #stretches(): Promise<void> {
    const text = `select subject, first, positions from evidence.stretch
      where (subject, first) > ($1, $2) order by subject, first`;
    let current = '';
    let places: Uint8Array = noPlaces;
    const found = new Set<string>();
    const compare = (): void => {
      const name = this.#names.get(current);
      if (name !== undefined) found.add(current);
      const made = name === undefined ? undefined : this.made.subjects.get(name);
      if (made !== undefined && !sameBytes(made.places, places)) this.#differs(name ?? current, 'positions');
    };
    for await (const [subject, , positions] of this.look.paged<StretchRow>(text, [-1, -1], ([id, first]) => [
      id,
      first,
    ])) {
      if (subject !== current) {
        compare();
        current = subject;
        places = noPlaces;
      }
      for (const position of positions) places = placesWith(places, BigInt(position));
    }
    compare();
    if (found.size !== this.#names.size)
      this.#differs('evidence.stretch', String(found.size), String(this.#names.size));
  }

  async #pages(): Promise<void> {
    const text = 'select path, content from evidence.map_page where path > $1 order by path';
    let count = 0;
    const [root] = await this.look.rows<PageRow>(`select path, content from evidence.map_page where path = ''`);
    const compare = ([path, content]: PageRow): void => {
      const made = this.made.pages.get(path);
      count += 1;
      if (made === undefined || !sameBytes(formatPage(made), content)) this.#differs(`evidence.map_page "${path}"`);
    };
    if (root !== undefined) compare(root);
    for await (const row of this.look.paged<PageRow>(text, [''], ([path]) => [path])) compare(row);
    if (count !== this.made.pages.size) this.#differs('evidence.map_page', String(count), String(this.made.pages.size));
  }

  #differs(name: string, found?: string, wanted?: string): void {
    this.findings.add('index-differs', {
      name,
      ...(found === undefined ? {} : { found }),
      ...(wanted === undefined ? {} : { wanted }),
    });
  }
}

/** A connection of its own to what lies beside the events: the subject index, and values without an event. */
export class DatabaseLook {
  private constructor(private readonly client: pg.Client) {}

  static async open(appUrl: string): Promise<DatabaseLook> {
    const client = new pg.Client({ connectionString: appUrl });
    // A connection that goes shows that at the next question.
    client.on('error', () => undefined);
    await client.connect();
    return new DatabaseLook(client);
  }

  /** Events the index is over; null: there is no index yet. */
  async indexSize(): Promise<bigint | null> {
    const look = new IndexLook(this.client);
    const [there] = await look.rows<readonly [string | null]>(`select to_regclass('evidence.state')::text`);
    if (there?.[0] == null) return null;
    const [row] = await look.rows<readonly [string]>('select size from evidence.state');
    return row === undefined ? null : BigInt(row[0]);
  }

  /** Compares the index when it still is over the events that `made` is over; otherwise answers its size now. */
  async compareIndex(size: bigint, made: SubjectAudit, findings: Findings): Promise<bigint> {
    await this.client.query(beginLooking);
    try {
      const look = new IndexLook(this.client);
      const [state] = await look.rows<StateRow>('select size, root, subjects from evidence.state');
      if (state === undefined || BigInt(state[0]) !== size) return BigInt(state?.[0] ?? 0);
      await new IndexComparison(look, made, findings).run(state);
      return size;
    } finally {
      await this.client.query('rollback');
    }
  }

  /** Values that belong to no event, or to one that holds no sealed field at all; `end`: events that were read. */
  async findStrayValues(end: bigint, findings: Findings): Promise<void> {
    const { rows } = await this.client.query<{ position: string; path: string; id: string | null }>(
      `select v.position, v.path, e.id from ledger.sealed_value v left join ledger.event e using (position)
        where v.position < $1 and (e.position is null or strpos(e.canonical, '{"sealed":"') = 0)
        order by v.position, v.path limit 20`,
      [String(end)],
    );
    for (const { position, path, id } of rows)
      findings.add('opening-foreign', { position: BigInt(position), path, ...(id === null ? {} : { id }) });
  }

  close(): Promise<void> {
    return this.client.end();
  }
}
