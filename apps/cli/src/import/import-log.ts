import type { Clock } from '#platform/clock.ts';
import type { EventStore, ImportedStream } from '#store/event-store.ts';
import { derivedUuid, isOpaque } from './ids.ts';
import { judgeCases, type Judging } from './judge-cases.ts';
import { KnownParties } from './known-parties.ts';
import { instantOf } from './moments.ts';
import { Tally } from './tally.ts';
import type { LogFile } from './log-file.ts';
import type { Mapping } from './mapping.ts';
import type { Staging } from './staging.ts';

export type LogImport = {
  readonly file: LogFile;
  readonly mapping: Mapping;
  readonly staging: Staging;
  readonly store: EventStore;
  readonly clock: Clock;
  /** Puts a person's name into the directory beside the ledger. */
  readonly rememberName: (officerId: string, name: string) => Promise<void>;
  /** Cases judged so far. */
  readonly onCases: (done: number) => void;
  readonly stop: AbortSignal;
};

/** Judges every staged case as an import would, and stores nothing. */
export async function checkLog(run: LogImport): Promise<Tally> {
  const tally = new Tally();
  const judging = await judgingOf(run);
  for await (const judged of judgeCases(run.staging.cases(), judging)) {
    tally.add(judged);
    if (judged.verdict === 'new') {
      for await (const { named } of judging.known.introduce(judged.named, judged.line)) tally.introduce(named);
    }
    run.onCases(tally.judged);
    if (run.stop.aborted) break;
  }
  return tally;
}

/**
 * Stores what stands the judgement, each case whole. Whatever ends it early — Ctrl-C, a crash, a lost
 * server — the cases stored stay, and running it again adds the others: every id follows from the content.
 */
export async function storeLog(run: LogImport): Promise<Tally> {
  const tally = new Tally();
  await run.store.importStreams(streamsOf(run, await judgingOf(run), tally));
  return tally;
}

/** A party comes before the first case that names it: a reader of the ledger never meets a stranger. */
async function* streamsOf(run: LogImport, judging: Judging, tally: Tally): AsyncGenerator<ImportedStream> {
  for await (const judged of judgeCases(run.staging.cases(), judging)) {
    tally.add(judged);
    run.onCases(tally.judged);
    if (judged.verdict === 'new') {
      for await (const { named, stream } of judging.known.introduce(judged.named, judged.line)) {
        tally.introduce(named);
        if (named.kind === 'officer' && isOpaque(named.id)) await run.rememberName(named.id, named.label);
        yield stream;
      }
      yield judged.stream;
    }
    if (run.stop.aborted) return;
  }
}

async function judgingOf({ file, mapping, staging, store, clock }: LogImport): Promise<Judging> {
  const { earliest } = await staging.counts();
  const recordedAt = clock.now();
  const circumstances = { importId: file.sha256, correlationId: derivedUuid('import', file.sha256), recordedAt };
  const since = earliest === null ? recordedAt : instantOf(earliest);
  const ledgerWasEmpty = (await store.headPosition()) < 0n;
  return { ledgerWasEmpty, mapping, store, circumstances, known: new KnownParties(store, circumstances, since) };
}
