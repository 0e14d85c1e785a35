import type { Instant } from '#domain/kernel/event.ts';
import type { Trail, TrailInterval, TrailSummary } from '#contracts/views.ts';
import type { ViewQueries } from '#read-models/queries.ts';

export type TrailLine = TrailInterval['line'];

/** A person's trail as of one moment: who it is, and the intervals line by line, newest first, page by page. */
export type TrailExport = {
  readonly summary: TrailSummary;
  readonly intervals: (line: TrailLine) => AsyncGenerator<TrailInterval>;
};

const pageSize = 200;

/** Null when the ledger knows no such officer. The moment is fixed by the first page, so that all pages agree. */
export async function openTrail(
  queries: Pick<ViewQueries, 'trail'>,
  officerId: string,
  asOf: Instant | undefined,
): Promise<TrailExport | null> {
  const first = await queries.trail(officerId, { asOf, limit: 1 });
  if (!first) return null;
  const { items: _items, next: _next, ...summary } = first;
  const page = (line: TrailLine, cursor: string | null): Promise<Trail | null> =>
    queries.trail(officerId, { line, asOf: first.asOf, limit: pageSize, ...(cursor !== null && { cursor }) });
  return {
    summary,
    async *intervals(line) {
      let cursor: string | null = null;
      do {
        const found: Trail | null = await page(line, cursor);
        yield* found?.items ?? [];
        cursor = found?.next ?? null;
      } while (cursor !== null);
    },
  };
}
