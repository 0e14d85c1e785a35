import { setImmediate, setTimeout } from 'node:timers/promises';
import type { Circumstances } from '#domain/kernel/event.ts';
import { toBase64 } from '#evidence/note/base64.ts';
import { subjectRule } from '#evidence/subject/subjects-of.ts';
import type { Clock } from '#platform/clock.ts';
import type { EventStore, RawEvent } from '#store/event-store.ts';
import { SubjectIndexRefused, type SubjectIndex } from '../subject-index.ts';
import { evidenceAct, recordEvidence } from './evidence-acts.ts';
import type { EvidenceLog } from './evidence-log.ts';
import { MapPace } from './map-pace.ts';

/** Events looked through at once for one that concerns somebody. */
const lookedThrough = 1_000;

/** What evidence says about itself concerns nobody: alone it is no reason for another map, which would be such an event again. */
const aboutEvidence: ReadonlySet<string> = new Set([
  'subject-map.recorded',
  'checkpoint.time-stamped',
  'signing-key.introduced',
  'ledger.incarnation-started',
]);

type Parts = {
  readonly store: EventStore;
  readonly index: SubjectIndex;
  readonly log: EvidenceLog;
  readonly clock: Clock;
  /** Least time between two rounds, in milliseconds: a step takes less than that. */
  readonly checkpointIntervalMs: number;
};

export type MapStanding = {
  /** The index is over the events [0, size). */
  readonly size: bigint;
  /** Events that it has yet to take in; 0: whatever it lacks concerns nobody. */
  readonly behind: bigint;
};

type Plan = {
  readonly mapped: bigint;
  readonly target: bigint;
  /** Somebody is concerned by an event that no recorded map covers. */
  readonly news: boolean;
};

const least = (...sizes: readonly bigint[]): bigint => sizes.reduce((one, other) => (one < other ? one : other));

/**
 * Brings the subject index nearer to the head of the ledger, and records the root it has reached. After a burst of
 * events it takes many steps to arrive, each of which is bounded and leaves the index at a map that is recorded.
 */
export class SubjectMapStep {
  /** Up to here nothing concerns anybody that the last recorded map does not cover. */
  #quietUpTo = 0n;
  /** Of which log that is true: a log that was begun again has recorded no map yet. */
  #quietFor: string | null = null;
  readonly #pace: MapPace;

  constructor(private readonly parts: Parts) {
    this.#pace = new MapPace(parts);
  }

  /** Whether what is to be done is so little that nobody waits for it: one batch of `most` events. Extends nothing. */
  async isSoonDone(origin: string, most: number): Promise<boolean> {
    const { target } = await this.#plan(origin);
    const { behind } = await this.#standingBefore(target);
    return behind <= Math.min(most, this.#pace.atOnce(await this.parts.store.headPosition()));
  }

  /**
   * One step. Answers how far it came, and whether a map was recorded. A crash in the midst of it is made good by the
   * next one: it goes on from the size of the index, and records nothing twice, since the same map is the same event.
   * `until`: stops between two batches, well before the bounds of a step.
   */
  async run(origin: string, until: AbortSignal): Promise<MapStanding & { readonly recorded: boolean }> {
    const plan = await this.#plan(origin);
    await this.#extend(plan, until);
    const standing = await this.#standingBefore(plan.target);
    const recorded = plan.news && standing.size > plan.mapped;
    if (recorded) await this.#record(origin, standing.size);
    return { ...standing, recorded };
  }

  /** Forgets what it has seen: another database may have come in the place of this one. */
  forget(): void {
    this.#quietUpTo = 0n;
  }

  async #standingBefore(target: bigint): Promise<MapStanding> {
    const { size } = await this.parts.index.state();
    return { size, behind: size < target ? target - size : 0n };
  }

  /** After a loss of the index, exports need the last recorded map, whether or not another one is due. */
  async #plan(origin: string): Promise<Plan> {
    const { store, index, log } = this.parts;
    const size = (await store.headPosition()) + 1n;
    if ((await index.state()).size > size) await index.reset();
    const mapped = BigInt(log.mapOf(origin)?.data.size ?? 0);
    const unknown = this.#quietFor !== origin || this.#quietUpTo > size;
    if (unknown || this.#quietUpTo < mapped) this.#quietUpTo = mapped;
    this.#quietFor = origin;
    const news = await this.#isNews(size);
    return { mapped, target: news ? size : mapped, news };
  }

  /** Asked before the index moves: only a map that is recorded can be exported from, so it stays at the last one. */
  async #isNews(size: bigint): Promise<boolean> {
    while (this.#quietUpTo < size) {
      const end = least(this.#quietUpTo + BigInt(lookedThrough), size);
      for await (const { type } of this.#between(this.#quietUpTo, end)) if (!aboutEvidence.has(type)) return true;
      this.#quietUpTo = end;
      await setImmediate();
    }
    return false;
  }

  /** A map that is recorded already is not passed over: exports may go on from there. */
  async #extend({ mapped, target }: Plan, until: AbortSignal): Promise<void> {
    const { store, index } = this.parts;
    const step = this.#pace.step(await store.headPosition());
    let { size } = await index.state();
    while (size < target && step.goesOn() && !until.aborted) {
      const end = least(size + BigInt(step.batch()), size < mapped ? mapped : target);
      const batch: RawEvent[] = [];
      for await (const event of this.#between(size, end)) batch.push(event);
      ({ size } = await this.#takeIn(batch));
      const restMs = step.taken(batch.length, await store.headPosition());
      if (size < target) await rest(restMs, until);
    }
  }

  #between(from: bigint, to: bigint): AsyncIterable<RawEvent> {
    return this.parts.store.readRaw({ fromPosition: from, limit: Number(to - from) });
  }

  /** Made under another rule, it is made anew by the next steps: it is derived, after all. */
  async #takeIn(events: readonly RawEvent[]): Promise<{ readonly size: bigint }> {
    const { index } = this.parts;
    try {
      return await index.extend(events);
    } catch (error) {
      if (error instanceof SubjectIndexRefused && error.why === 'other-rule') await index.reset();
      throw error;
    }
  }

  async #record(origin: string, size: bigint): Promise<void> {
    const { store, index, clock } = this.parts;
    const { root, subjects, size: indexed } = await index.state();
    let last: RawEvent | undefined;
    for await (const event of this.#between(size - 1n, size)) last = event;
    if (indexed !== size || last === undefined) throw new Error(`the subject index is at ${indexed}, not at ${size}`);
    // The moment the map is about, not the one at which it was made: the same map is the same event.
    const { recordedAt } = JSON.parse(last.canonical) as Circumstances;
    const data = { origin, size: String(size), root: toBase64(root), subjects: String(subjects), rule: subjectRule };
    const event = evidenceAct({ type: 'subject-map.recorded', version: 1, data }, recordedAt, clock.now());
    await recordEvidence(store, event);
    this.#quietUpTo = size;
  }
}

const rest = async (ms: number, until: AbortSignal): Promise<void> => {
  if (ms === 0) await setImmediate();
  else await setTimeout(ms, undefined, { signal: until }).catch(() => undefined);
};
