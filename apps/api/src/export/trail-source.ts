import type { Instant } from '#domain/kernel/event.ts';
import type { CandidateView, DutyView } from '#contracts/candidate-views.ts';
import type { Page, TrailInterval, TrailSummary } from '#contracts/views.ts';
import type { Reference } from '#domain/reference.ts';
import type { ViewQueries } from '#read-models/queries.ts';
import { candidatePage, type CandidatePageAsked } from '../candidates/candidate-page.ts';

export type TrailLine = TrailInterval['line'];

/** A person's trail as of one moment: who it is, and the intervals line by line, newest first, page by page. */
export type TrailExport = {
  readonly summary: TrailSummary;
  readonly intervals: (line: TrailLine) => AsyncGenerator<TrailInterval>;
  /** What else the person did or was given, newest first. */
  readonly duties: () => AsyncGenerator<DutyView>;
  /** Signal candidates with what mitigates them, by subject. */
  readonly candidates: () => AsyncGenerator<CandidateView>;
};

/** The views, and what candidates refer to. */
export type TrailLedger = {
  readonly queries: CandidatePageAsked['queries'] & Pick<ViewQueries, 'trail' | 'duties'>;
  readonly reference: Reference;
};

const pageSize = 200;

async function* everyPage<T>(page: (cursor: string | undefined) => Promise<Page<T> | null>): AsyncGenerator<T> {
  let cursor: string | undefined;
  do {
    const found: Page<T> | null = await page(cursor);
    yield* found?.items ?? [];
    cursor = found?.next ?? undefined;
  } while (cursor !== undefined);
}

/** Null when the ledger knows no such officer. The moment is fixed by the first page, so that all pages agree. */
export async function openTrail(
  { queries, reference }: TrailLedger,
  officerId: string,
  asOf: Instant | undefined,
): Promise<TrailExport | null> {
  const first = await queries.trail(officerId, { asOf, limit: 1 });
  if (!first) return null;
  const { items: _items, next: _next, ...summary } = first;
  return {
    summary,
    duties: () => everyPage((cursor) => queries.duties(officerId, { asOf: first.asOf, limit: pageSize, cursor })),
    candidates: () =>
      everyPage((cursor) =>
        candidatePage(
          { queries, reference, asOf: first.asOf, whose: { officer: officerId } },
          { limit: pageSize, cursor },
        ),
      ),
    intervals: (line) =>
      everyPage((cursor) => queries.trail(officerId, { line, asOf: first.asOf, limit: pageSize, cursor })),
  };
}
