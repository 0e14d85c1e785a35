import type { Page } from '#contracts/views.ts';
import { cutPage, keyOf, limitOf, type PageRequest } from '#read-models/page/cursor.ts';

/**
 * A page of a list that is in memory anyway, in its own order; `idOf` names each item for ever. Throws InvalidCursor;
 * starts afresh when the item that the last page ended with is gone.
 */
export const pageOfList = <T>(items: readonly T[], request: PageRequest, idOf: (item: T) => string): Page<T> => {
  const limit = limitOf(request);
  const [after] = keyOf(request, ['text']) ?? [];
  const start = after === undefined ? 0 : items.findIndex((item) => idOf(item) === after) + 1;
  const { rows, next } = cutPage(items.slice(start, start + limit + 1), limit, (item) => [idOf(item)]);
  return { items: rows, next };
};
