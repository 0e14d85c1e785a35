import type { ReactNode } from 'react';
import styles from './record-table.module.css';

export type Column<Row> = {
  readonly key: string;
  readonly header: string;
  readonly cell: (row: Row) => ReactNode;
  readonly numeric?: boolean;
  /** Short values that read badly when broken over lines. */
  readonly unbroken?: boolean;
  /** Running text, which reads badly in a narrow column. */
  readonly wide?: boolean;
  /** The cell that names its row. */
  readonly names?: boolean;
};

type RecordTableProps<Row> = {
  readonly caption: string;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly keyOf: (row: Row) => string;
};

/**
 * A table that becomes a list of cards on a narrow screen. The roles are written out because
 * browsers drop a table's meaning once its display is changed.
 */
export function RecordTable<Row>({ caption, columns, rows, keyOf }: RecordTableProps<Row>) {
  return (
    <table className={styles['table']} role="table">
      <caption className={styles['caption']}>{caption}</caption>
      <thead role="rowgroup">
        <tr role="row">
          {columns.map((column) => (
            <th key={column.key} role="columnheader" scope="col" data-numeric={column.numeric} data-wide={column.wide}>
              {column.header}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {rows.map((row) => (
          <tr key={keyOf(row)} role="row">
            {columns.map((column) => (
              <Cell key={column.key} column={column} row={row} />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Cell<Row>({ column, row }: { readonly column: Column<Row>; readonly row: Row }) {
  const content = <div>{column.cell(row)}</div>;
  return column.names === true ? (
    <th role="rowheader" scope="row" data-label={column.header}>
      {content}
    </th>
  ) : (
    <td role="cell" data-label={column.header} data-numeric={column.numeric} data-unbroken={column.unbroken}>
      {content}
    </td>
  );
}
