import type { ClockFailure } from '#contracts/clock-views.ts';
import { streamOf } from '#domain/events.ts';
import type { Instant } from '#domain/kernel/event.ts';
import type { CaseKey } from '#read-models/due/queries.ts';
import { later } from './moments.ts';

const firstRetryMs = 60_000;
const longestRetryMs = 3_600_000;

type Failing = { readonly key: CaseKey; readonly retryAt: Instant; readonly shown: ClockFailure };

/** The subjects that could not be brought up to the time, each with the moment to try again, slower each time. */
export class FailingCases {
  readonly #failing = new Map<string, Failing>();

  failed(key: CaseKey, error: Error, now: Instant): ClockFailure {
    const stream = streamOf[key.category](key.id);
    const before = this.#failing.get(stream)?.shown;
    const attempts = (before?.attempts ?? 0) + 1;
    const retryAt = later(now, Math.min(firstRetryMs * 2 ** (attempts - 1), longestRetryMs));
    const shown = { stream, since: before?.since ?? now, attempts, retryAt, error: error.message };
    this.#failing.set(stream, { key, retryAt, shown });
    return shown;
  }

  succeeded({ category, id }: CaseKey): void {
    this.#failing.delete(streamOf[category](id));
  }

  has({ category, id }: CaseKey): boolean {
    return this.#failing.has(streamOf[category](id));
  }

  toRetry(now: Instant): readonly CaseKey[] {
    return [...this.#failing.values()].filter(({ retryAt }) => retryAt <= now).map(({ key }) => key);
  }

  /** When the first of them is to be tried again; null when there is none. */
  nextRetry(): Instant | null {
    return [...this.#failing.values()].reduce<Instant | null>(
      (first, { retryAt }) => (first === null || retryAt < first ? retryAt : first),
      null,
    );
  }

  all(): readonly ClockFailure[] {
    return [...this.#failing.values()].map(({ shown }) => shown);
  }
}
