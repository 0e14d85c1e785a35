import type { Fault } from './faults.ts';
import type { JudgedCase } from './judge-cases.ts';
import type { Named } from './naming.ts';

/** Faults shown one by one; all are counted. */
export const mostFaultsListed = 1_000;

/** What judging the cases of a log came to, or what of it was stored. */
export class Tally {
  readonly faults: Fault[] = [];
  faultCount = 0;
  added = { cases: 0, rows: 0, ledgerEvents: 0, officers: 0, accounts: 0, units: 0 };
  repeated = { cases: 0, rows: 0 };
  leftOut = { cases: 0, rows: 0 };
  /** Rows that told a numbered event of the log once more. */
  duplicateRows = 0;

  get judged(): number {
    return this.added.cases + this.repeated.cases + this.leftOut.cases;
  }

  add(judged: JudgedCase): void {
    if (judged.verdict === 'left-out') {
      this.faultCount++;
      if (this.faults.length < mostFaultsListed) this.faults.push(judged.fault);
      this.#count(this.leftOut, judged.rows);
      return;
    }
    this.duplicateRows += judged.history.repeatedRows;
    this.#count(judged.verdict === 'new' ? this.added : this.repeated, judged.history.steps);
    if (judged.verdict === 'new') this.added.ledgerEvents += judged.history.acts.length;
  }

  introduce({ kind }: Named): void {
    this.added[`${kind}s`]++;
    this.added.ledgerEvents++;
  }

  #count(counts: { cases: number; rows: number }, rows: number): void {
    counts.cases++;
    counts.rows += rows;
  }
}
