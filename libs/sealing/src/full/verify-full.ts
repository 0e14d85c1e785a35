import { setImmediate } from 'node:timers/promises';
import { streamOf } from '#domain/events.ts';
import type { Policy } from '#evidence/bundle/policy.ts';
import type { VerdictName } from '#evidence/bundle/verdict.ts';
import { StoreUnavailable, type EventStore } from '#store/event-store.ts';
import { isConnectionFault } from '#store/postgres/connection-faults.ts';
import { Findings, type FullFinding } from './findings.ts';
import { FullPass, type FullCounts } from './full-pass.ts';
import { DatabaseLook } from './index-audit.ts';
import { sealedLogs } from './sealed-logs.ts';

export type { Findings, FullFinding } from './findings.ts';
export type { FullCounts } from './full-pass.ts';

export type FullParts = {
  readonly store: EventStore;
  /** To the same database, for the subject index and for values that belong to no event. */
  readonly appUrl: string;
  /** The evidence folder. */
  readonly folder: string;
  /** The reader's own; null: the keys are those that the ledger names itself. */
  readonly policy: Policy | null;
  /** Aborted: `verifyFull` throws the reason. */
  readonly signal: AbortSignal;
  readonly onProgress: (events: bigint, of: bigint) => void;
  /** The views against the events; tells what it finds. null: not asked for. */
  readonly views: ((findings: Findings) => Promise<void>) | null;
};

export type FullVerdict = {
  readonly verdict: VerdictName;
  /** Why not intact; the first one names the first bad record. Empty exactly when intact. */
  readonly findings: readonly FullFinding[];
  /** How many more there are than those listed. */
  readonly more: number;
  /** Worth knowing; they do not spoil the verdict. */
  readonly remarks: readonly FullFinding[];
  /** What this run did not look at. */
  readonly unchecked: readonly FullFinding[];
  /** The first so many events are under a checkpoint that was checked. */
  readonly covered: bigint;
  readonly counts: FullCounts;
};

/** Sizes at which the ledger says something about itself, ascending; `next` is taken off as it is passed. */
const statedSizes = async (store: EventStore, type: string): Promise<readonly bigint[]> => {
  const sizes = new Set<bigint>();
  try {
    for await (const event of store.readStream(streamOf.evidence())) {
      const size = event.type === type ? (event.data as { readonly size?: unknown } | null)?.size : null;
      if (typeof size === 'string' && /^(?:0|[1-9]\d{0,18})$/.test(size)) sizes.add(BigInt(size));
    }
  } catch (error) {
    // An event of the evidence that cannot be read is named by the pass over all events.
    if (isUnreachable(error)) throw error;
  }
  return [...sizes].sort((one, other) => (one < other ? -1 : 1));
};

const isUnreachable = (error: unknown): boolean => error instanceof StoreUnavailable || isConnectionFault(error);

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

class FullCheck {
  readonly findings = new Findings();
  #pass: FullPass | null = null;

  constructor(private readonly parts: FullParts) {}

  async run(): Promise<void> {
    const { store, appUrl, folder, policy, signal, views } = this.parts;
    // Files first: whatever they say was signed must be in the database by now.
    const { logs, malformed } = await sealedLogs(folder);
    for (const name of malformed) this.findings.add('checkpoint-malformed', { name });
    const look = await DatabaseLook.open(appUrl);
    try {
      this.#pass = new FullPass({
        findings: this.findings,
        logs,
        look,
        policy,
        store,
        mapSizes: await statedSizes(store, 'subject-map.recorded'),
        tokenSizes: await statedSizes(store, 'checkpoint.time-stamped'),
      });
      await this.#events(this.#pass, await look.indexSize());
      await this.#pass.finish();
      signal.throwIfAborted();
      if (views === null) this.findings.add('views-not-checked', { name: 'views' });
      else await views(this.findings);
    } finally {
      await look.close().catch(() => undefined);
    }
  }

  async #events(pass: FullPass, indexSize: bigint | null): Promise<void> {
    const { store, signal, onProgress } = this.parts;
    let end = (await store.headPosition()) + 1n;
    pass.compareIndexAt(indexSize, end);
    for await (const raw of store.readRaw()) {
      if (raw.position >= end && !(await this.#isBeyondCounter(raw.position, end))) break;
      await pass.take(raw);
      // The index may have moved on meanwhile: then the pass goes on until it has caught up.
      if (pass.indexAt !== null && pass.indexAt > end) {
        end = (await store.headPosition()) + 1n;
        pass.compareIndexAt(pass.indexAt, end);
      }
      if (raw.position % 1_000n !== 0n) continue;
      onProgress(raw.position + 1n, end);
      signal.throwIfAborted();
      await setImmediate();
    }
    onProgress(end, end);
    pass.countedTo(end);
  }

  /** An event that no counter has numbered: whoever put it there did not come by the ledger's door. */
  async #isBeyondCounter(position: bigint, end: bigint): Promise<boolean> {
    const head = await this.parts.store.headPosition();
    if (head >= position) return false;
    this.findings.add('counter-differs', { position, found: head + 1n, wanted: position + 1n });
    return position === end;
  }

  verdict(): FullVerdict {
    return verdictOf(this.findings, this.#pass);
  }
}

const verdictOf = ({ verdict, why, remarks, unchecked }: Findings, pass: FullPass | null): FullVerdict => ({
  verdict,
  ...why,
  remarks,
  unchecked,
  covered: pass?.covered ?? 0n,
  counts: countsOf(pass),
});

/** Of a ledger that could not even be opened: that says nothing about it, neither good nor bad. */
export const notOpened = (why: string): FullVerdict => {
  const findings = new Findings();
  findings.add('store-unavailable', { name: why });
  return verdictOf(findings, null);
};

const countsOf = (pass: FullPass | null): FullCounts =>
  pass?.counts ?? {
    events: 0n,
    streams: 0,
    sealedFields: 0,
    erasedFields: 0,
    checkpoints: 0,
    tiles: 0,
    maps: 0,
    subjects: 0,
    timeStamps: 0,
    anchors: 0,
  };

/**
 * Derives everything anew from the events, in one pass, and holds it against what the ledger and its evidence say.
 * Memory is bounded by what there is of streams, ids and subjects. A database that cannot be reached gives
 * *unverifiable*, unless something bad was established before. Throws only the reason of the abort.
 */
export const verifyFull = async (parts: FullParts): Promise<FullVerdict> => {
  const check = new FullCheck(parts);
  try {
    await check.run();
  } catch (error) {
    if (parts.signal.aborted) throw error;
    check.findings.add(isUnreachable(error) ? 'store-unavailable' : 'broken-off', { name: messageOf(error) });
  }
  return check.verdict();
};
