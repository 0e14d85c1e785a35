import type { Policy } from '#evidence/bundle/policy.ts';
import type { EventStore, RawEvent } from '#store/event-store.ts';
import { checkBytes, type SeenEvent } from './check-bytes.ts';
import { OrderCheck } from './check-order.ts';
import { SealedCheck } from './check-sealed.ts';
import type { Findings } from './findings.ts';
import { GrowingTree } from './growing-tree.ts';
import type { DatabaseLook } from './index-audit.ts';
import { KeyHistory, PolicyJudge } from './key-history.ts';
import { LogAudit } from './log-audit.ts';
import type { SealedLog } from './sealed-logs.ts';
import { SubjectAudit } from './subject-audit.ts';
import { TokenAudit } from './token-audit.ts';

/** What was looked at. */
export type FullCounts = {
  readonly events: bigint;
  readonly streams: number;
  readonly sealedFields: number;
  /** Gone by an erasure that the ledger records. */
  readonly erasedFields: number;
  readonly checkpoints: number;
  readonly tiles: number;
  readonly maps: number;
  readonly subjects: number;
  readonly timeStamps: number;
  readonly anchors: number;
};

export type PassParts = {
  readonly findings: Findings;
  readonly logs: readonly SealedLog[];
  readonly look: DatabaseLook;
  readonly policy: Policy | null;
  readonly store: EventStore;
  /** Ascending: over so many events maps, and time-stamped checkpoints, are named. */
  readonly mapSizes: readonly bigint[];
  readonly tokenSizes: readonly bigint[];
};

/** Tells of each number of an ascending list when it is reached. */
const stops = (sizes: readonly bigint[]): ((size: bigint) => boolean) => {
  let at = 0;
  return (size) => {
    while ((sizes[at] ?? size) < size) at += 1;
    return sizes[at] === size;
  };
};

/** A moving index is met again so often, before it is left unchecked. */
const indexAttempts = 5;

/** All checks that look at every event in its turn. */
export class FullPass {
  /** Events that the subject index is over; null: there is none, or it was dealt with. */
  indexAt: bigint | null = null;
  readonly #order: OrderCheck;
  readonly #sealed: SealedCheck;
  readonly #keys = new KeyHistory();
  readonly #tokens: TokenAudit;
  readonly #subjects: SubjectAudit;
  readonly #tree = new GrowingTree();
  readonly #logs: readonly LogAudit[];
  readonly #isMapSize: (size: bigint) => boolean;
  readonly #isTokenSize: (size: bigint) => boolean;
  /** Origins whose place another log took, and the origins of those. */
  readonly #succeeded = new Set<string>();
  readonly #begun = new Set<string>();
  #indexLooks = 0;

  constructor(private readonly parts: PassParts) {
    const { findings, logs, policy, mapSizes, tokenSizes } = parts;
    this.#order = new OrderCheck(findings);
    this.#sealed = new SealedCheck(findings);
    this.#tokens = new TokenAudit(findings, logs, policy);
    this.#subjects = new SubjectAudit(findings);
    const judge = policy === null ? null : new PolicyJudge(policy);
    this.#logs = logs.map((log) => new LogAudit(log, { findings, keys: this.#keys, policy: judge }));
    this.#isMapSize = stops(mapSizes);
    this.#isTokenSize = stops(tokenSizes);
  }

  /** `events`: how many there are, asked after `size` was. */
  compareIndexAt(size: bigint | null, events: bigint): void {
    // An index over nothing says nothing.
    this.indexAt = size === 0n ? null : size;
    if (size === null || size <= events) return;
    this.indexAt = null;
    this.parts.findings.add('index-differs', { name: 'evidence.state', found: size, wanted: events });
  }

  async take(raw: RawEvent): Promise<void> {
    const seen = checkBytes(raw, this.parts.findings);
    this.#order.take(raw);
    this.#sealed.take(seen);
    if (this.#order.isUnbroken) await this.#derive(seen);
  }

  async #derive(seen: SeenEvent): Promise<void> {
    this.#keys.take(seen);
    this.#incarnation(seen);
    await this.#tokens.take(seen);
    this.#subjects.take(seen);
    this.#subjects.add(seen);
    const full = this.#tree.add(seen.leaf);
    for (const log of this.#logs) {
      for (const tile of full) await log.tile(tile, this.#tree);
      await log.grown(this.#tree);
    }
    const { size } = this.#tree;
    if (this.#isMapSize(size)) await this.#subjects.remember(size);
    if (this.#isTokenSize(size)) this.#tokens.remember(size, this.#tree.root());
    if (this.indexAt === size) await this.#index(size);
  }

  #incarnation({ raw, data }: SeenEvent): void {
    if (raw.type !== 'ledger.incarnation-started') return;
    this.#succeeded.add(String(data['formerOrigin']));
    this.#begun.add(String(data['origin']));
  }

  async #index(size: bigint): Promise<void> {
    const { look, findings } = this.parts;
    const now = await look.compareIndex(size, this.#subjects, findings);
    this.#indexLooks += 1;
    const isDone = now === size;
    this.indexAt = isDone || now < size || this.#indexLooks >= indexAttempts ? null : now;
    if (!isDone && this.indexAt === null) this.#indexLeft('evidence.subject');
  }

  #indexLeft(name: string): void {
    this.parts.findings.add('index-not-checked', { name });
  }

  /** The counter says that there are so many events. */
  countedTo(end: bigint): void {
    const { next } = this.#order;
    if (next < end) this.parts.findings.add('counter-differs', { position: next, found: end, wanted: next });
  }

  async finish(): Promise<void> {
    const { findings, store, look, policy } = this.parts;
    const events = this.#order.next;
    await this.#sealed.finish(store, events);
    await look.findStrayValues(events, findings);
    await this.#finishLogs(events);
    this.#tokens.finish();
    if (this.indexAt !== null) this.#indexLeft('evidence.subject');
    if (this.#order.isUnbroken) await this.#subjects.proveItself();
    else findings.add('tree-not-compared');
    if (policy === null) findings.add('no-policy');
    else if (policy.witnesses.length === 0) findings.add('no-witness');
  }

  async #finishLogs(events: bigint): Promise<void> {
    const { findings } = this.parts;
    const { isUnbroken } = this.#order;
    for (const log of this.#logs)
      await log.finish({
        tree: this.#tree,
        isUnbroken,
        hasSuccessor: this.#succeeded.has(log.log.origin),
        idAt: (position) => this.#idAt(position),
      });
    const there = new Set(this.#logs.map(({ log }) => log.origin));
    for (const name of new Set([...this.#keys.origins, ...this.#begun]))
      if (!there.has(name)) findings.add('log-missing', { name });
    const current = this.#logs.at(-1);
    if (current === undefined || current.limit === 0n) return findings.add('nothing-sealed');
    current.judged();
    if (isUnbroken && !current.isDeparted && this.covered < events)
      findings.add('not-yet-covered', { position: this.covered, found: events - this.covered });
  }

  async #idAt(position: bigint): Promise<string | null> {
    for await (const raw of this.parts.store.readRaw({ fromPosition: position, limit: 1 }))
      return raw.position === position ? raw.id : null;
    return null;
  }

  /** Events under a checkpoint of the log that grows now. */
  get covered(): bigint {
    return this.#logs.at(-1)?.good ?? 0n;
  }

  get counts(): FullCounts {
    const sum = (of: 'checkpoints' | 'tiles'): number => this.#logs.reduce((all, log) => all + log[of], 0);
    return {
      events: this.#order.next,
      streams: this.#order.streams,
      sealedFields: this.#sealed.opened,
      erasedFields: this.#sealed.erased,
      checkpoints: sum('checkpoints'),
      tiles: sum('tiles'),
      maps: this.#subjects.maps,
      subjects: this.#subjects.subjects.size,
      timeStamps: this.#tokens.tokens,
      anchors: this.#tokens.anchored,
    };
  }
}
