import type { RawEvent } from '#store/event-store.ts';
import type { Findings } from './findings.ts';
import { IdSet } from './id-set.ts';

/** Positions from 0 without a gap, revisions of each stream likewise, no id twice. */
export class OrderCheck {
  /** The position that comes next. */
  next = 0n;
  /** False once a position was missing or repeated: leaves have no sure place from there on. */
  isUnbroken = true;
  readonly #revisions = new Map<string, number>();
  readonly #ids = new IdSet();

  constructor(private readonly findings: Findings) {}

  get streams(): number {
    return this.#revisions.size;
  }

  take({ position, stream, revision, id }: RawEvent): void {
    if (position !== this.next) {
      this.isUnbroken = false;
      if (position > this.next) this.findings.add('position-gap', { position: this.next, found: position });
      else this.findings.add('position-repeated', { position, id });
    }
    this.next = position + 1n;
    const wanted = this.#revisions.get(stream) ?? 0;
    if (revision !== wanted)
      this.findings.add('revision-wrong', {
        position,
        id,
        path: stream,
        found: BigInt(revision),
        wanted: BigInt(wanted),
      });
    this.#revisions.set(stream, revision + 1);
    if (!this.#ids.add(id)) this.findings.add('id-repeated', { position, id });
  }
}
