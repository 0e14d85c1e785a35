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

type Pass = { readonly substance: boolean; readonly last: RawEvent | null };

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
    const { substance, last } = await this.#pass(size);
    if (!substance || last === null) {
      this.#quietUpTo = size;
      return false;
    }
    await this.#record(origin, size, last);
    return true;
  }

  /** Forgets what it has seen: another database may have come in the place of this one. */
  forget(): void {
    this.#quietUpTo = 0n;
  }

  async #pass(size: bigint): Promise<Pass> {
    const { store, index } = this.parts;
    const indexed = (await index.state()).size;
    let substance = false;
    let last: RawEvent | null = null;
    for (let at = indexed < this.#quietUpTo ? indexed : this.#quietUpTo; at < size;) {
      const limit = size - at < BigInt(batchEvents) ? Number(size - at) : batchEvents;
      const batch: RawEvent[] = [];
      for await (const event of store.readRaw({ fromPosition: at, limit })) batch.push(event);
      last = batch.at(-1) ?? null;
      if (last === null) break;
      substance ||= batch.some(({ position, type }) => position >= this.#quietUpTo && !aboutEvidence.has(type));
      const fresh = batch.filter(({ position }) => position >= indexed);
      if (fresh.length > 0) await this.#extend(fresh);
      at = last.position + 1n;
      await setImmediate();
    }
    return { substance, last };
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

  async #record(origin: string, size: bigint, last: RawEvent): Promise<void> {
    const { store, index, clock } = this.parts;
    const { root, subjects, size: indexed } = await index.state();
    if (indexed !== size) throw new Error(`the subject index is at ${indexed}, not at ${size}`);
    // The moment the map is about, not the one at which it was made: the same map is the same event.
    const { recordedAt } = JSON.parse(last.canonical) as Circumstances;
    const data = { origin, size: String(size), root: toBase64(root), subjects: String(subjects), rule: subjectRule };
    const event = evidenceAct({ type: 'subject-map.recorded', version: 1, data }, recordedAt, clock.now());
    await recordEvidence(store, event);
  }
}
