import type { ReadModels } from '#read-models/read-models.ts';
import type { Logger } from '#platform/logging.ts';
import type { EventStore } from '#store/event-store.ts';
import { Bell } from '#store/subscription.ts';
import { pause } from '../pause.ts';
import { rebuild } from '../rebuild.ts';

type Parts = { readonly store: EventStore; readonly readModels: ReadModels; readonly logger: Logger };

const firstPauseMs = 1_000;
const longestPauseMs = 300_000;

/**
 * After a lawful erasure the views still hold what they made from the erased text. Makes them anew in the
 * background; a rebuild reads what is left, so it cannot carry the text over, whatever the projections do with it.
 * What comes while one is running shares the next. Nothing here is remembered: which erasures the views are clean of
 * is noted beside them when the old tables are gone, so a crash at any line leads to another rebuild.
 */
export class ViewCleaning {
  readonly #bell = new Bell();
  /** Position of the newest erasure that the follower has seen. */
  #newest = -1n;

  constructor(private readonly parts: Parts) {}

  /** The views hold these events now. */
  noticed(events: readonly { readonly type: string; readonly position: bigint }[]): void {
    const erasure = events.findLast(({ type }) => type === 'sealed-field.erased');
    if (erasure === undefined) return;
    this.#newest = erasure.position;
    this.#bell.ring();
  }

  /** Until aborted. Faults are logged and met by trying again, slower each time. */
  async run(signal: AbortSignal): Promise<void> {
    const wake = (): void => this.#bell.ring();
    signal.addEventListener('abort', wake, { once: true });
    let pauseMs = firstPauseMs;
    while (!signal.aborted) {
      const { rings } = this.#bell;
      if (await this.#passed(signal)) {
        pauseMs = firstPauseMs;
        await this.#bell.after(rings);
      } else {
        await pause(pauseMs, signal);
        pauseMs = Math.min(pauseMs * 2, longestPauseMs);
      }
    }
    signal.removeEventListener('abort', wake);
  }

  async #passed(signal: AbortSignal): Promise<boolean> {
    try {
      await this.pass(signal);
      return true;
    } catch (error) {
      if (!signal.aborted)
        this.parts.logger.error({ err: error }, 'views not cleaned of erased text yet, trying again');
      return false;
    }
  }

  /** One rebuild if an erasure asks for it. Throws what `rebuild` throws; then the next pass begins afresh. */
  async pass(signal: AbortSignal): Promise<void> {
    const { store, readModels, logger } = this.parts;
    // What was followed before this process led stands in the view; what comes now is noticed.
    const recorded = (await readModels.queries.uncleaned()) ?? -1n;
    const newest = recorded > this.#newest ? recorded : this.#newest;
    if (newest <= (await readModels.queries.cleaned())) return;
    logger.info({ erasure: String(newest) }, 'making the views anew without erased text');
    await rebuild({ store, readModels, signal });
    logger.info({ erasure: String(newest) }, 'the views hold no erased text');
  }
}
