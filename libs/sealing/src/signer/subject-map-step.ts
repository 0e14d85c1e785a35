import { setImmediate } from 'node:timers/promises';
import type { Circumstances } from '#domain/kernel/event.ts';
import { toBase64 } from '#evidence/note/base64.ts';
import { subjectRule } from '#evidence/subject/subjects-of.ts';
import type { Clock } from '#platform/clock.ts';
import type { EventStore, RawEvent } from '#store/event-store.ts';
import { SubjectIndexRefused, type SubjectIndex } from '../subject-index.ts';
import { evidenceAct, recordEvidence } from './evidence-acts.ts';
import type { EvidenceLog } from './evidence-log.ts';

/** Events taken into the index in one transaction. */
const batchEvents = 1_000;

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
};

/** Keeps the subject index at the head of the ledger, and records its root when there is news about anybody. */
export class SubjectMapStep {
  /** Up to here nothing concerns anybody that the last recorded map does not cover. */
  #quietUpTo = 0n;

  constructor(private readonly parts: Parts) {}

  /**
   * Answers whether a map was recorded. A crash before the index was extended repeats that; one before the event
   * was recorded finds the same events and the same root again; one after it finds the event.
   */
  async run(origin: string): Promise<boolean> {
    const { store, index, log } = this.parts;
    const size = (await store.headPosition()) + 1n;
    if ((await index.state()).size > size) await index.reset();
    const mapped = BigInt(log.mapOf(origin)?.data.size ?? 0);
    if (this.#quietUpTo > size || this.#quietUpTo < mapped) this.#quietUpTo = mapped;
    // After a loss of the index: exports are from the last recorded map, whether or not another one is due.
    await this.#extendTo(mapped);
    if (!(await this.#isNews(size))) {
      this.#quietUpTo = size;
      return false;
    }
    await this.#extendTo(size);
    await this.#record(origin, size);
    return true;
  }

  /** Forgets what it has seen: another database may have come in the place of this one. */
  forget(): void {
    this.#quietUpTo = 0n;
  }

  /** Asked before the index moves: only a map that is recorded can be exported from, so it stays at the last one. */
  async #isNews(size: bigint): Promise<boolean> {
    for (let at = this.#quietUpTo; at < size; at += BigInt(batchEvents)) {
      for await (const { type } of this.#between(at, size)) if (!aboutEvidence.has(type)) return true;
      await setImmediate();
    }
    return false;
  }

  async #extendTo(size: bigint): Promise<void> {
    for (let at = (await this.parts.index.state()).size; at < size; at += BigInt(batchEvents)) {
      const batch: RawEvent[] = [];
      for await (const event of this.#between(at, size)) batch.push(event);
      await this.#extend(batch);
      await setImmediate();
    }
  }

  /** One batch from `at` on, below `size`. */
  #between(at: bigint, size: bigint): AsyncIterable<RawEvent> {
    const limit = size - at < BigInt(batchEvents) ? Number(size - at) : batchEvents;
    return this.parts.store.readRaw({ fromPosition: at, limit });
  }

  /** Made under another rule, or by someone beside us, it is made anew by the next round: it is derived, after all. */
  async #extend(events: readonly RawEvent[]): Promise<void> {
    const { index } = this.parts;
    try {
      await index.extend(events);
    } catch (error) {
      if (error instanceof SubjectIndexRefused) await index.reset();
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
  }
}
