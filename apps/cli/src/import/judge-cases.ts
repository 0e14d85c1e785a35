import type { EventStore, ImportedStream } from '#store/event-store.ts';
import { historyOf, type CaseHistory } from './case-history.ts';
import { streamOfCase, type ImportCircumstances } from './case-stream.ts';
import type { Fault } from './faults.ts';
import type { KnownParties } from './known-parties.ts';
import type { LogRow } from './log-row.ts';
import { refusalFacts } from './refusal.ts';
import type { Mapping } from './mapping.ts';
import { Naming, type Named } from './naming.ts';

export type JudgedCase =
  | {
      readonly verdict: 'new';
      readonly history: CaseHistory;
      readonly stream: ImportedStream;
      readonly named: readonly Named[];
      readonly line: number;
    }
  | { readonly verdict: 'repeated'; readonly history: CaseHistory }
  | { readonly verdict: 'left-out'; readonly fault: Fault; readonly rows: number };

export type Judging = {
  /** Nothing was in the ledger when the import began: no case of it can be known. */
  readonly ledgerWasEmpty: boolean;
  readonly mapping: Mapping;
  readonly store: EventStore;
  readonly known: KnownParties;
  readonly circumstances: ImportCircumstances;
};

const abreast = 32;

/** Each case as it would enter the ledger: new, known already with this very content, or not to be taken in. */
export async function* judgeCases(
  cases: AsyncIterable<readonly LogRow[]>,
  judging: Judging,
): AsyncGenerator<JudgedCase> {
  const naming = new Naming(judging.mapping.accounts);
  let batch: Promise<JudgedCase>[] = [];
  for await (const rows of cases) {
    batch.push(judgeCase(rows, naming, judging));
    if (batch.length < abreast) continue;
    yield* await Promise.all(batch);
    batch = [];
  }
  yield* await Promise.all(batch);
}

async function judgeCase(rows: readonly LogRow[], naming: Naming, judging: Judging): Promise<JudgedCase> {
  const { mapping, circumstances, known } = judging;
  const history = historyOf(rows, { mapping, naming, now: circumstances.recordedAt });
  const named = naming.takeNamed();
  if ('code' in history) return { verdict: 'left-out', fault: history, rows: rows.length };
  const leftOut = (code: Fault['code'], facts: Fault['facts']): JudgedCase => ({
    verdict: 'left-out',
    fault: { line: rows[0]?.line ?? null, case: rows[0]?.case ?? null, code, facts },
    rows: rows.length,
  });
  const objection = await known.objection(named);
  if (objection) return leftOut('case.refused', refusalFacts(objection));
  const stream = streamOfCase(history, circumstances);
  const recorded = judging.ledgerWasEmpty ? null : await firstEventId(judging.store, stream.stream);
  if (recorded === null) return { verdict: 'new', history, stream, named, line: rows[0]?.line ?? 0 };
  if (recorded === stream.events[0]?.id) return { verdict: 'repeated', history };
  return leftOut('case.already-recorded', { dossier: history.dossierId });
}

async function firstEventId(store: EventStore, stream: string): Promise<string | null> {
  for await (const { id } of store.readStream(stream, { limit: 1 })) return id;
  return null;
}
