export type Column<Row> = {
  readonly heading: string;
  readonly value: (row: Row) => string;
  readonly align?: 'left' | 'right';
  /** Longer text is cut with an ellipsis. */
  readonly maxWidth?: number;
};

/** Columns two spaces apart under Vietnamese headings. NFC text: one code point is one cell. */
export const table = <Row>(columns: readonly Column<Row>[], rows: readonly Row[]): string[] => {
  const cells = rows.map((row) => columns.map((column) => cut(column.value(row), column.maxWidth)));
  const widths = columns.map((column, index) =>
    Math.max(width(column.heading), ...cells.map((line) => width(line[index] ?? ''))),
  );
  const format = (line: readonly string[]): string =>
    line
      .map((cell, index) => pad(cell, widths[index] ?? 0, columns[index]?.align ?? 'left'))
      .join('  ')
      .trimEnd();
  return [
    format(columns.map((column) => column.heading)),
    widths.map((cells_) => '─'.repeat(cells_)).join('  '),
    ...cells.map(format),
  ];
};

/** `label: value` lines with the values in one column; a null value is left out. */
export const facts = (pairs: readonly (readonly [label: string, value: string | null])[]): string[] => {
  const shown = pairs.filter((pair): pair is readonly [string, string] => pair[1] !== null);
  const widest = Math.max(0, ...shown.map(([label]) => width(label)));
  return shown.map(([label, value]) => `${pad(`${label}:`, widest + 1, 'left')}  ${value}`);
};

const width = (text: string): number => [...text].length;

const pad = (text: string, to: number, align: 'left' | 'right'): string => {
  const fill = ' '.repeat(Math.max(0, to - width(text)));
  return align === 'right' ? fill + text : text + fill;
};

const cut = (text: string, max = Number.POSITIVE_INFINITY): string => {
  const points = [...text.normalize('NFC').replace(/\s+/gu, ' ')];
  return points.length <= max ? points.join('') : `${points.slice(0, max - 1).join('')}…`;
};
