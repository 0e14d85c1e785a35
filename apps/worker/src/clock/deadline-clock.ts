import type { ClockFailure } from '#contracts/clock-views.ts';
import type { Instant } from '#domain/kernel/event.ts';
import type { Reference } from '#domain/reference.ts';
import type { Clock } from '#platform/clock.ts';
import type { Logger } from '#platform/logging.ts';
import { clockedCategories, type CaseKey, type DueCase } from '#read-models/due/queries.ts';
import type { EventStore } from '#store/event-store.ts';
import { Bell } from '#store/subscription.ts';
import { pause } from '../pause.ts';
import type { ClockedSubject } from './clocked-subject.ts';
import { FailingCases } from './failing-cases.ts';
import { later, msUntil } from './moments.ts';
import { CaseFault, TimePassing } from './time-passing.ts';
import { Turns } from './turns.ts';

/** Where the clock learns what is due; rows may lag behind the ledger, which the aggregate then says. */
export type DueRows = {
  dueCases(asked: { until: Instant; after: DueCase | null; limit: number }): Promise<readonly DueCase[]>;
  movableCases(asked: { after: CaseKey | null; limit: number }): Promise<readonly CaseKey[]>;
  nextDue(after: Instant): Promise<Instant | null>;
};

export type ClockRun = { readonly ranAt: Instant; readonly failing: readonly ClockFailure[] };

export type DeadlineClockParts = {
  readonly store: EventStore;
  readonly reference: { current(): Promise<Reference> };
  readonly clock: Clock;
  readonly logger: Logger;
  readonly rows: DueRows;
  readonly subjects: readonly ClockedSubject[];
  /** Shows whoever asks for its health how the last run went. */
  readonly ran: (run: ClockRun) => Promise<void>;
};

const pageSize = 200;
/** Longest sleep, in milliseconds: what no notice announced is found by then. */
const lookAgainMs = 60_000;
/** How often running terms are counted anew without a new calendar version, in milliseconds. */
const countAgainMs = 3_600_000;
const firstPauseMs = 100;
const longestPauseMs = 10_000;
const noVersions = '0 ';
const concerning = new RegExp(`^(${[...clockedCategories, 'calendar'].join('|')})-`);
/** More events of one subject in one run mean that it does not come to rest. */
const mostLooks = 1_000;

/**
 * Records that time has passed, where a deadline depends on it. Any number of them may run at once, be
 * killed at any line and be started late: the aggregate decides on the ledger whether something is still
 * to be recorded, so every due moment gives its events once.
 */
export class DeadlineClock {
  readonly #bell = new Bell();
  readonly #failing = new FailingCases();
  readonly #passing: TimePassing;
  readonly #subjects: ReadonlyMap<string, ClockedSubject>;
  /** The calendar versions on which all running terms have been counted, and how often one was noticed by then. */
  #countedOn = noVersions;
  #calendarsNoticed = 0;
  #countAgainAt: Instant | null = null;
  #running: Promise<unknown> = Promise.resolve();

  constructor(private readonly parts: DeadlineClockParts) {
    this.#passing = new TimePassing(parts);
    this.#subjects = new Map(parts.subjects.map((subject) => [subject.category, subject]));
  }

  /** The rows hold these events now: look, when they can have made something due or moved it. */
  noticed(events: readonly { readonly stream: string }[]): void {
    // The reference is ahead of the rows: only now do they hold every term that the version found running.
    if (events.some(({ stream }) => stream.startsWith('calendar-'))) this.#calendarsNoticed += 1;
    if (events.some(({ stream }) => concerning.test(stream))) this.#bell.ring();
  }

  /** Until aborted. Faults of the store and the network are logged and tried again, slower each time. */
  async run(signal: AbortSignal): Promise<void> {
    const wake = (): void => this.#bell.ring();
    signal.addEventListener('abort', wake, { once: true });
    let pauseMs = firstPauseMs;
    while (!signal.aborted) {
      const { rings } = this.#bell;
      try {
        const sleepMs = await this.pass(signal);
        pauseMs = firstPauseMs;
        await this.#bell.after(rings, sleepMs);
      } catch (error) {
        this.parts.logger.error({ err: error, pauseMs }, 'deadline clock interrupted, trying again');
        await pause(pauseMs, signal);
        pauseMs = Math.min(pauseMs * 2, longestPauseMs);
      }
    }
    signal.removeEventListener('abort', wake);
  }

  /**
   * Records everything that is due by now, and answers how long nothing more is expected, in milliseconds.
   * Runs of one clock wait for each other. Throws what the store or the views throw; what is recorded by
   * then stays, and the next run finds the rest.
   */
  pass(signal?: AbortSignal): Promise<number> {
    const run = this.#running.then(() => this.#pass(signal ?? new AbortController().signal));
    this.#running = run.catch(() => undefined);
    return run;
  }

  async #pass(signal: AbortSignal): Promise<number> {
    const { clock, rows, logger } = this.parts;
    const now = clock.now();
    const looks = new Map<string, number>();
    let recorded = 0;
    const turns = new Turns((after) => rows.dueCases({ until: now, after, limit: pageSize }), pageSize);
    for (const key of this.#failing.toRetry(now)) recorded += await this.#untilRest(key, now, signal);
    for (let turn = await turns.next(); turn !== null && !signal.aborted; turn = await turns.next()) {
      if (this.#failing.has(turn)) continue;
      const looked = await this.#look(turn, { now, looks });
      recorded += looked.recorded;
      if (looked.nextDue !== null && looked.nextDue <= now) turns.putBack(turn, looked.nextDue);
    }
    recorded += await this.#countAnew(now, signal);
    if (recorded > 0) logger.info({ events: recorded, until: now }, 'recorded what fell due');
    await this.parts.ran({ ranAt: now, failing: this.#failing.all() });
    return this.#sleep(now);
  }

  async #sleep(now: Instant): Promise<number> {
    const coming = [await this.parts.rows.nextDue(now), this.#failing.nextRetry(), this.#countAgainAt];
    return coming.reduce<number>((least, at) => (at === null ? least : Math.min(least, msUntil(at, now))), lookAgainMs);
  }

  /** A fault of this subject is kept aside and shown; it never stops the others. */
  async #look(
    key: CaseKey,
    { now, looks }: { readonly now: Instant; readonly looks: Map<string, number> },
  ): Promise<{ readonly recorded: number; readonly nextDue: Instant | null }> {
    try {
      const name = `${key.category}-${key.id}`;
      const count = (looks.get(name) ?? 0) + 1;
      looks.set(name, count);
      if (count > mostLooks) throw new CaseFault('does not come to rest');
      const subject = this.#subjects.get(key.category);
      if (subject === undefined) throw new CaseFault(`nobody knows what falls due in a ${key.category}`);
      const looked = await this.#passing.look(subject, key.id, now);
      this.#failing.succeeded(key);
      return looked;
    } catch (error) {
      if (!(error instanceof CaseFault)) throw error;
      const failure = this.#failing.failed(key, error, now);
      this.parts.logger.error({ err: error, ...failure }, 'a deadline could not be recorded; the others go on');
      return { recorded: 0, nextDue: null };
    }
  }

  async #untilRest(key: CaseKey, now: Instant, signal: AbortSignal): Promise<number> {
    const looks = new Map<string, number>();
    let total = 0;
    while (!signal.aborted) {
      const { recorded, nextDue } = await this.#look(key, { now, looks });
      total += recorded;
      // After a move the next look may find more to record, or nothing.
      if (recorded === 0 && (nextDue === null || nextDue > now)) break;
    }
    return total;
  }

  /**
   * Looks at every running term that a calendar can move, when a version has come that they were not
   * counted on; once more at the next regular look, because an act judged just before the version was
   * durable may have been recorded after it; and now and then, because a view may have lagged far behind.
   */
  async #countAnew(now: Instant, signal: AbortSignal): Promise<number> {
    const versions = `${String(this.#calendarsNoticed)} ${versionsBy(await this.parts.reference.current(), now)}`;
    const isNew = versions !== this.#countedOn;
    if (!isNew && (this.#countAgainAt === null || this.#countAgainAt > now)) return 0;
    let total = 0;
    for await (const key of this.#movable()) {
      if (signal.aborted) return total;
      if (!this.#failing.has(key)) total += await this.#untilRest(key, now, signal);
    }
    this.#countedOn = versions;
    this.#countAgainAt = later(now, isNew ? lookAgainMs : countAgainMs);
    return total;
  }

  async *#movable(): AsyncGenerator<CaseKey, void, undefined> {
    let page = await this.parts.rows.movableCases({ after: null, limit: pageSize });
    yield* page;
    for (let last = page.at(-1); last !== undefined && page.length === pageSize; last = page.at(-1)) {
      page = await this.parts.rows.movableCases({ after: last, limit: pageSize });
      yield* page;
    }
  }
}

/** Which calendars are announced by now, in which version. */
const versionsBy = ({ calendars }: Reference, now: Instant): string =>
  calendars
    .newest()
    .map(({ calendarId, version, announcedAt }) => `${calendarId} ${String(version)} ${String(announcedAt <= now)}`)
    .sort()
    .join('\n');
