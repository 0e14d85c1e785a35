import type pg from 'pg';
import type { ChainHead } from '#evidence/subject/chain.ts';
import { emptySubtree } from '#evidence/subject/map.ts';
import { bigintArray, byteaArray, textArray } from '#store/postgres/binary-array.ts';
import { formatPage, parsePage, type MapPage } from './map-page.ts';
import type { LoadPages } from './map-update.ts';

export type IndexState = { readonly size: bigint; readonly root: Uint8Array; readonly subjects: bigint };
export type SubjectRow = { readonly id: bigint; readonly chain: ChainHead };

/** A subject with more events: its row as it is to be, and the positions that came. */
export type Extended = SubjectRow & {
  readonly isNew: boolean;
  readonly key: string;
  readonly name: string;
  readonly positions: readonly bigint[];
};

type StateRow = readonly [size: string, root: Buffer, subjects: string, rule: number];
type ChainRow = readonly [key: Buffer, id: string, count: string, head: Buffer];

/** The statements on schema `evidence`, on one connection. Each is set-based: one round trip however many rows. */
export class IndexRows {
  constructor(private readonly client: pg.ClientBase) {}

  /** `lock`: until the transaction ends nobody else extends or empties. */
  async state(lock = false): Promise<IndexState & { readonly rule: number }> {
    const [row] = await this.#rows<StateRow>(
      `select size, root, subjects, rule from evidence.state${lock ? ' for update' : ''}`,
    );
    if (row === undefined) throw new Error('evidence.state has lost its row');
    const [size, root, subjects, rule] = row;
    return { size: BigInt(size), root: new Uint8Array(root), subjects: BigInt(subjects), rule };
  }

  async saveState({ size, root, subjects }: IndexState, rule: number): Promise<void> {
    await this.#rows('update evidence.state set size = $1, root = $2, subjects = $3, rule = $4', [
      size,
      Buffer.from(root),
      subjects,
      rule,
    ]);
  }

  /** By key. */
  readonly subjects = async (keys: readonly string[]): Promise<ReadonlyMap<string, SubjectRow>> => {
    const rows = await this.#rows<ChainRow>(
      'select key, id, count, head from evidence.subject where key = any ($1::bytea[])',
      [byteaArray(keys.map((key) => Buffer.from(key, 'hex')))],
    );
    return new Map(
      rows.map(([key, id, count, head]) => [
        key.toString('hex'),
        { id: BigInt(id), chain: { count: BigInt(count), head: new Uint8Array(head) } },
      ]),
    );
  };

  async saveSubjects(subjects: readonly Extended[]): Promise<void> {
    await this.#insertSubjects(subjects.filter(({ isNew }) => isNew));
    await this.#updateSubjects(subjects.filter(({ isNew }) => !isNew));
    await this.#rows(
      `insert into evidence.stretch (subject, first, positions)
       select s.subject, s.first, s.positions::bigint[]
       from unnest($1::bigint[], $2::bigint[], $3::text[]) as s (subject, first, positions)`,
      [
        bigintArray(subjects.map(({ id }) => id)),
        bigintArray(subjects.map(({ positions }) => positions[0] ?? 0n)),
        textArray(subjects.map(({ positions }) => `{${positions.join(',')}}`)),
      ],
    );
  }

  async #insertSubjects(subjects: readonly Extended[]): Promise<void> {
    if (subjects.length === 0) return;
    await this.#rows(
      `insert into evidence.subject (id, key, name, count, head)
       select * from unnest($1::bigint[], $2::bytea[], $3::text[], $4::bigint[], $5::bytea[])`,
      [
        bigintArray(subjects.map(({ id }) => id)),
        byteaArray(subjects.map(({ key }) => Buffer.from(key, 'hex'))),
        textArray(subjects.map(({ name }) => name)),
        bigintArray(subjects.map(({ chain }) => chain.count)),
        byteaArray(subjects.map(({ chain }) => chain.head)),
      ],
    );
  }

  async #updateSubjects(subjects: readonly Extended[]): Promise<void> {
    if (subjects.length === 0) return;
    await this.#rows(
      `update evidence.subject as s set count = u.count, head = u.head
       from unnest($1::bigint[], $2::bigint[], $3::bytea[]) as u (id, count, head) where s.id = u.id`,
      [
        bigintArray(subjects.map(({ id }) => id)),
        bigintArray(subjects.map(({ chain }) => chain.count)),
        byteaArray(subjects.map(({ chain }) => chain.head)),
      ],
    );
  }

  async positions(subject: bigint): Promise<readonly bigint[]> {
    const rows = await this.#rows<readonly [string]>(
      'select unnest(positions) from evidence.stretch where subject = $1 order by first',
      [subject],
    );
    return rows.map(([position]) => BigInt(position));
  }

  readonly pages: LoadPages = async (paths) => {
    const rows = await this.#rows<readonly [string, Buffer]>(
      'select path, content from evidence.map_page where path = any ($1::text[])',
      [textArray(paths)],
    );
    return new Map(rows.map(([path, content]) => [path, parsePage(content)]));
  };

  async savePages(pages: ReadonlyMap<string, MapPage>): Promise<void> {
    await this.#rows(
      `insert into evidence.map_page (path, content) select * from unnest($1::text[], $2::bytea[])
       on conflict (path) do update set content = excluded.content`,
      [textArray([...pages.keys()]), byteaArray([...pages.values()].map(formatPage))],
    );
  }

  async empty(): Promise<void> {
    await this.state(true);
    await this.#rows('truncate evidence.subject, evidence.stretch, evidence.map_page');
    await this.saveState({ size: 0n, root: emptySubtree, subjects: 0n }, 0);
  }

  async #rows<Row extends readonly unknown[]>(text: string, values: readonly unknown[] = []): Promise<readonly Row[]> {
    const { rows } = await this.client.query({ text, values: [...values], rowMode: 'array' });
    return rows as unknown as readonly Row[];
  }
}
