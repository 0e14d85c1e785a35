import { readCsv } from './csv-reader.ts';
import { assertUnchanged, textOf, type LogFile } from './log-file.ts';
import { askedBy, rowReader } from './log-row.ts';
import { readXes } from './xes-reader.ts';
import type { Fault } from './faults.ts';
import type { LogRecord } from './log-record.ts';
import type { LogRow } from './log-row.ts';
import type { LogFormat, Mapping } from './mapping.ts';
import type { StagedBatch, Staging } from './staging.ts';

const batchRecords = 10_000;

export type StagingRun = {
  readonly file: LogFile;
  readonly format: LogFormat;
  readonly mapping: Mapping;
  readonly onBytes: (done: number) => void;
  readonly stop: AbortSignal;
};

/** Records of the log in batches, whatever its format. Throws UnreadableLog. */
export function recordsOf(
  { file, format, mapping }: Pick<StagingRun, 'file' | 'format' | 'mapping'>,
  onBytes: (done: number) => void,
): AsyncIterable<readonly LogRecord[]> {
  const asked = askedBy(mapping);
  if (format === 'xes') return readXes(textOf(file, null, onBytes), asked);
  const { delimiter, encoding } = mapping.csv;
  return readCsv({ chunks: textOf(file, encoding, onBytes), delimiter, encoding }, asked);
}

/**
 * Reads the file into staging, going on where an earlier run of the same file and mapping stopped: records
 * staged then are read over. False when asked to stop before the end; what is staged stays for the next run.
 */
export async function stageLog(staging: Staging, run: StagingRun): Promise<boolean> {
  const earlier = await staging.progress();
  if (earlier.complete) return true;
  const readRow = rowReader(run.mapping);
  const batch = new BatchOfRecords(earlier.read, earlier.notAskedFor);
  for await (const records of recordsOf(run, run.onBytes)) {
    for (const record of records) batch.add(record, readRow);
    if (batch.size >= batchRecords) await staging.put(batch.take());
    if (run.stop.aborted) return false;
  }
  await assertUnchanged(run.file);
  await staging.put(batch.take());
  await staging.complete();
  return true;
}

class BatchOfRecords {
  readonly #stagedBefore: number;
  #read = 0;
  #notAskedFor: number;
  #rows: { ordinal: number; row: LogRow }[] = [];
  #faults: { ordinal: number; fault: Fault }[] = [];

  constructor(stagedBefore: number, notAskedFor: number) {
    this.#stagedBefore = stagedBefore;
    this.#notAskedFor = notAskedFor;
  }

  get size(): number {
    return this.#rows.length + this.#faults.length;
  }

  add(record: LogRecord, readRow: ReturnType<typeof rowReader>): void {
    this.#read++;
    if (this.#read <= this.#stagedBefore) return;
    const result = readRow(record);
    if (result === 'not-asked-for') this.#notAskedFor++;
    else if ('fault' in result) this.#faults.push({ ordinal: this.#read, fault: result.fault });
    else this.#rows.push({ ordinal: this.#read, row: result.row });
  }

  take(): StagedBatch {
    const taken = { read: this.#read, notAskedFor: this.#notAskedFor, rows: this.#rows, faults: this.#faults };
    this.#rows = [];
    this.#faults = [];
    return taken;
  }
}
