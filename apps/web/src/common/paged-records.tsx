import type { InfiniteData, UseInfiniteQueryResult } from '@tanstack/react-query';
import { EmptyPanel } from './empty-panel.tsx';
import { LoadMore } from './load-more.tsx';
import { LoadingPanel } from './loading-panel.tsx';
import { ProblemPanel } from './problem-panel.tsx';
import { RecordTable, type Column } from './record-table.tsx';

type PagedRecordsProps<Item, Row> = {
  readonly caption: string;
  readonly empty: string;
  readonly pages: UseInfiniteQueryResult<InfiniteData<{ readonly items: readonly Item[] }>>;
  readonly rowsOf: (item: Item) => readonly Row[];
  readonly columns: readonly Column<Row>[];
  readonly keyOf: (row: Row) => string;
};

/** A list of the API as a table that grows page by page, with what is to say while it loads, fails or is empty. */
export function PagedRecords<Item, Row>(props: PagedRecordsProps<Item, Row>) {
  const { caption, empty, pages, rowsOf, columns, keyOf } = props;
  if (pages.error !== null) return <ProblemPanel error={pages.error} onRetry={() => void pages.refetch()} />;
  if (pages.data === undefined) return <LoadingPanel rows={5} />;
  const rows = pages.data.pages.flatMap(({ items }) => items.flatMap(rowsOf));
  if (rows.length === 0) return <EmptyPanel text={empty} />;
  return (
    <>
      <RecordTable caption={caption} columns={columns} rows={rows} keyOf={keyOf} />
      <LoadMore
        shown={rows.length}
        hasMore={pages.hasNextPage}
        loading={pages.isFetchingNextPage}
        onMore={() => void pages.fetchNextPage()}
      />
    </>
  );
}

/** For lists whose items are the rows. */
export const itself = <Item,>(item: Item): readonly Item[] => [item];
