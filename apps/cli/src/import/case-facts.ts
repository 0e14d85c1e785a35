import type { LogRow } from './log-row.ts';
import type { Fault } from './faults.ts';

const onePerCase = [
  'received',
  'deadline',
  'plannedEnd',
  'end',
  'number',
  'symbol',
  'subject',
  'type',
  'issuer',
] as const;
type OnePerCase = (typeof onePerCase)[number];

/** What a log says of the case as a whole; a log repeats it in every row, or fills it in later ones only. */
export type CaseFacts = Readonly<Record<OnePerCase, string | null>>;

/** Two different statements of one fact: which is true the importer cannot know. */
export function caseFacts(rows: readonly LogRow[]): CaseFacts | Fault {
  const facts = Object.fromEntries(onePerCase.map((name) => [name, null])) as Record<OnePerCase, string | null>;
  for (const row of rows) {
    for (const name of onePerCase) {
      const value = row[name];
      if (value === null || value === facts[name]) continue;
      const first = facts[name];
      if (first !== null) {
        return {
          line: row.line,
          case: row.case,
          code: 'case.conflicting-value',
          facts: { field: name, first, second: value },
        };
      }
      facts[name] = value;
    }
  }
  return facts;
}

const content = ({ line: _, ...said }: LogRow): string => JSON.stringify(said);

/**
 * Where a log numbers its events, a repeated number with the same content is the same event told twice and
 * counts once; with other content one of the two is wrong. Without numbers every row is an event of its own.
 */
export function withoutRepeats(rows: readonly LogRow[]): { readonly rows: readonly LogRow[] } | Fault {
  const seen = new Map<string, LogRow>();
  const once: LogRow[] = [];
  for (const row of rows) {
    const first = row.event === null ? undefined : seen.get(row.event);
    if (!first) {
      once.push(row);
      if (row.event !== null) seen.set(row.event, row);
    } else if (content(first) !== content(row)) {
      const facts = { value: row.event ?? '', first: first.line };
      return { line: row.line, case: row.case, code: 'case.event-id-reused', facts };
    }
  }
  return { rows: once };
}
