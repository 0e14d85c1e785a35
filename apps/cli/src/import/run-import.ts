import { createHash } from 'node:crypto';
import { stat } from 'node:fs/promises';
import type { Clock } from '#platform/clock.ts';
import type { EventStore } from '#store/event-store.ts';
import { UnreadableLog } from './faults.ts';
import { checkLog, storeLog, type LogImport } from './import-log.ts';
import { reportOf, unreadableReport, type ImportOutcome, type ImportReport, type Log } from './import-report.ts';
import { formatOf, identifyLog } from './log-file.ts';
import { readMapping, type MappingFault } from './mapping-reader.ts';
import { stageLog } from './stage-log.ts';
import { Staging } from './staging.ts';
import { mostFaultsListed, type Tally } from './tally.ts';

/** `strict`: a single fault, and nothing is stored. */
export type ImportMode = 'store' | 'dry-run' | 'strict';
export type ImportRequest = { readonly path: string; readonly mappingText: string; readonly mode: ImportMode };

export type ImportMeans = {
  readonly appUrl: string;
  readonly store: EventStore;
  readonly clock: Clock;
  readonly rememberName: (officerId: string, name: string) => Promise<void>;
  readonly progress: (title: string, total: number) => { advance(done: number): void; end(): void };
  readonly stop: AbortSignal;
};

export class MappingRefused extends Error {
  constructor(readonly faults: readonly MappingFault[]) {
    super(faults.map(({ path, messageEn }) => `${path}: ${messageEn}`).join('; '));
  }
}

/** The file is neither named nor mapped as CSV or XES. */
export class FormatUnknown extends Error {}

/** What is staged and stored stays, and the same import goes on from there. */
export class ImportStopped extends Error {
  constructor() {
    super('stopped on request');
  }
}

const sha256 = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex');

/** Bytes that take a noticeable time to hash. */
const worthShowing = 256 * 1024 * 1024;

const titles = {
  identify: 'Nhận diện tệp / Identifying the file',
  stage: 'Đọc tệp / Reading the file',
  check: 'Kiểm tra hồ sơ / Checking cases',
  store: 'Ghi hồ sơ / Storing cases',
};

/** Throws MappingRefused, FormatUnknown, ImportStopped, ImportAlreadyRunning. A faulty log is reported, not thrown. */
export async function runImport(request: ImportRequest, means: ImportMeans): Promise<ImportReport> {
  const log = await openLog(request, means);
  const staging = await Staging.open(means.appUrl, sha256(`${log.file.sha256} ${log.mappingSha256}`).slice(0, 16));
  try {
    return await importStaged(log, staging, request.mode, means);
  } catch (error) {
    if (!(error instanceof UnreadableLog)) throw error;
    await staging.drop();
    return unreadableReport(log, error.fault);
  } finally {
    await staging.close();
  }
}

async function openLog({ path, mappingText }: ImportRequest, means: ImportMeans): Promise<Log> {
  const result = readMapping(mappingText);
  if (!result.ok) throw new MappingRefused(result.faults);
  const { mapping } = result;
  const format = mapping.format ?? formatOf(path);
  if (!format) throw new FormatUnknown(path);
  const { size } = await stat(path);
  const file =
    size < worthShowing
      ? await identifyLog(path, () => undefined)
      : await withProgress(means, titles.identify, size, (advance) => identifyLog(path, advance));
  return { file, format, mapping, mappingSha256: sha256(mappingText) };
}

async function importStaged(log: Log, staging: Staging, mode: ImportMode, means: ImportMeans): Promise<ImportReport> {
  const staged = await withProgress(means, titles.stage, log.file.bytes, (onBytes) =>
    stageLog(staging, { ...log, onBytes, stop: means.stop }),
  );
  if (!staged) throw new ImportStopped();
  const counts = await staging.counts();
  const reading = { counts, faults: await staging.faults(mostFaultsListed), leftOut: await staging.leftOut() };
  const judged = await judge(mode, reading.faults.count, async (title, work) => {
    const tally = await withProgress(means, title, counts.cases, (onCases) =>
      work({ ...means, ...log, staging, onCases }),
    );
    if (means.stop.aborted) throw new ImportStopped();
    return tally;
  });
  await staging.drop();
  return reportOf(log, judged.outcome, reading, judged.tally);
}

type Pass = (title: string, work: (run: LogImport) => Promise<Tally>) => Promise<Tally>;

/** A strict import looks at every case before it stores the first. */
async function judge(
  mode: ImportMode,
  faultsInReading: number,
  pass: Pass,
): Promise<{ readonly outcome: ImportOutcome; readonly tally: Tally }> {
  if (mode === 'store') return { outcome: 'stored', tally: await pass(titles.store, storeLog) };
  const checked = await pass(titles.check, checkLog);
  if (mode === 'dry-run') return { outcome: 'dry-run', tally: checked };
  if (faultsInReading + checked.faultCount > 0) return { outcome: 'nothing-stored', tally: checked };
  return { outcome: 'stored', tally: await pass(titles.store, storeLog) };
}

async function withProgress<T>(
  means: ImportMeans,
  title: string,
  total: number,
  work: (advance: (done: number) => void) => Promise<T>,
): Promise<T> {
  const progress = means.progress(title, total);
  try {
    return await work((done) => progress.advance(done));
  } finally {
    progress.end();
  }
}
