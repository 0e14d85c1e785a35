import { sameBytes } from '#evidence/tree/node.ts';
import type { IndexState, SubjectRow } from './index-rows.ts';
import type { MapPage } from './map-page.ts';

/** What was used last, so many of each: some tens of megabytes. */
const bounds = { subjects: 50_000, pages: 10_000 } as const;

/** In the order of last use: the first one has not been asked for the longest. */
class Recent<Value> {
  readonly #values = new Map<string, Value>();

  constructor(private readonly most: number) {}

  /** What is asked for, the rest of it from where it is stored. */
  async of(
    keys: readonly string[],
    load: (missing: readonly string[]) => Promise<ReadonlyMap<string, Value>>,
  ): Promise<ReadonlyMap<string, Value>> {
    const found = new Map<string, Value>();
    const missing: string[] = [];
    for (const key of keys) {
      const value = this.#values.get(key);
      if (value === undefined) missing.push(key);
      else found.set(key, value);
    }
    if (missing.length > 0) for (const [key, value] of await load(missing)) found.set(key, value);
    return found;
  }

  keep(key: string, value: Value): void {
    this.#values.delete(key);
    this.#values.set(key, value);
    const [oldest] = this.#values.keys();
    if (this.#values.size > this.most && oldest !== undefined) this.#values.delete(oldest);
  }
}

/**
 * Rows as they are in the index of one size and root, for the writer that brought it there: most of what comes next
 * is about the same subjects. Of use only to whoever finds the index at that same size and root, holding its lock;
 * equal roots mean equal rows, since ids are given in the order of the events.
 */
export class RecentRows {
  readonly subjects = new Recent<SubjectRow>(bounds.subjects);
  readonly pages = new Recent<MapPage>(bounds.pages);
  #at: IndexState | null = null;

  isOf({ size, root }: IndexState): boolean {
    return this.#at?.size === size && sameBytes(this.#at.root, root);
  }

  /** What was written in the transaction that brought the index there, once it is committed. */
  take(
    at: IndexState,
    subjects: readonly (SubjectRow & { readonly key: string })[],
    pages: ReadonlyMap<string, MapPage>,
  ): void {
    for (const { key, id, chain } of subjects) this.subjects.keep(key, { id, chain });
    for (const [path, page] of pages) this.pages.keep(path, page);
    this.#at = at;
  }
}
