import { viewFault, type Fault, type FaultView } from './faults.ts';
import { mostFaultsListed, Tally } from './tally.ts';
import type { LogFile } from './log-file.ts';
import type { LogFormat, Mapping } from './mapping.ts';
import type { StagedCounts } from './staging.ts';

/** One log under one mapping. */
export type Log = {
  readonly file: LogFile;
  readonly format: LogFormat;
  readonly mapping: Mapping;
  readonly mappingSha256: string;
};

export type ImportOutcome = 'stored' | 'dry-run' | 'nothing-stored';

export type ImportReport = {
  readonly reportVersion: 1;
  readonly outcome: ImportOutcome;
  readonly file: { readonly sha256: string; readonly bytes: number; readonly format: LogFormat };
  readonly mapping: { readonly sha256: string };
  /** Records of the file, and how many of them the mapping's `only` left aside. */
  readonly read: number;
  readonly notAskedFor: number;
  /** Rows that told a numbered event once more. */
  readonly duplicateRows: number;
  /** What this import added to the ledger; in a dry run, what it would add. `rows` are events of the log. */
  readonly added: Readonly<Tally['added']>;
  /** In the ledger already, with the same content. */
  readonly repeated: Readonly<Tally['repeated']>;
  readonly leftOut: Readonly<Tally['leftOut']>;
  readonly faultCount: number;
  /** The first thousand in the order of the file. */
  readonly faults: readonly FaultView[];
};

/** What reading the file, before any case was judged, came to. */
export type ReadingResult = {
  readonly counts: StagedCounts;
  readonly faults: { readonly first: readonly Fault[]; readonly count: number };
  readonly leftOut: { readonly cases: number; readonly rows: number };
};

const headOf = ({ file, format, mappingSha256 }: Log): Pick<ImportReport, 'reportVersion' | 'file' | 'mapping'> => ({
  reportVersion: 1,
  file: { sha256: file.sha256, bytes: file.bytes, format },
  mapping: { sha256: mappingSha256 },
});

const byLine = (a: Fault, b: Fault): number => (a.line ?? 0) - (b.line ?? 0);

export function reportOf(log: Log, outcome: ImportOutcome, reading: ReadingResult, tally: Tally): ImportReport {
  const { counts, faults, leftOut } = reading;
  return {
    ...headOf(log),
    outcome,
    read: counts.read,
    notAskedFor: counts.notAskedFor,
    duplicateRows: tally.duplicateRows,
    added: outcome === 'nothing-stored' ? new Tally().added : tally.added,
    repeated: tally.repeated,
    leftOut: {
      cases: leftOut.cases + tally.leftOut.cases,
      rows: leftOut.rows + counts.faultyRows + tally.leftOut.rows,
    },
    faultCount: faults.count + tally.faultCount,
    faults: [...faults.first, ...tally.faults].toSorted(byLine).slice(0, mostFaultsListed).map(viewFault),
  };
}

/** Of a file that cannot be trusted nothing is known but its one fault. */
export function unreadableReport(log: Log, fault: Fault): ImportReport {
  const { added, repeated, leftOut } = new Tally();
  return {
    ...headOf(log),
    outcome: 'nothing-stored',
    read: 0,
    notAskedFor: 0,
    duplicateRows: 0,
    added,
    repeated,
    leftOut,
    faultCount: 1,
    faults: [viewFault(fault)],
  };
}
