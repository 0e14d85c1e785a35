import type { Instant } from '#domain/kernel/event.ts';
import type { DueCase } from '#read-models/due/queries.ts';

/** Reads the next rows after the one given; fewer than a page means that there are no more. */
type NextPage = (after: DueCase | null) => Promise<readonly DueCase[]>;

/**
 * The subjects in which something is due, the earliest moment first. A subject that has more to record is
 * put back, so that what fell due in a long absence is recorded in the order of time over all subjects.
 */
export class Turns {
  readonly #again: DueCase[] = [];
  #rows: DueCase[] = [];
  #last: DueCase | null = null;
  #exhausted = false;

  constructor(
    private readonly nextPage: NextPage,
    private readonly pageSize: number,
  ) {}

  async next(): Promise<DueCase | null> {
    if (this.#rows.length === 0 && !this.#exhausted) await this.#read();
    const [row, again] = [this.#rows[0], this.#again[0]];
    const first = row !== undefined && (again === undefined || row.dueAt <= again.dueAt) ? this.#rows : this.#again;
    return first.shift() ?? null;
  }

  putBack(turn: DueCase, dueAt: Instant): void {
    const place = this.#again.findIndex((other) => other.dueAt > dueAt);
    this.#again.splice(place < 0 ? this.#again.length : place, 0, { ...turn, dueAt });
  }

  async #read(): Promise<void> {
    const page = await this.nextPage(this.#last);
    this.#rows = [...page];
    this.#last = page.at(-1) ?? this.#last;
    this.#exhausted = page.length < this.pageSize;
  }
}
