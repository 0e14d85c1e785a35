import type { Row } from './projection.ts';
import type { ViewTable } from './view-tables.ts';

const special = /[\\\t\n\r]/;
const escapes: Readonly<Record<string, string>> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' };

const escaped = (text: string): string =>
  special.test(text) ? text.replace(/[\\\t\n\r]/g, (character) => escapes[character] ?? character) : text;

const arrayLiteral = (items: readonly string[]): string =>
  `{${items.map((item) => `"${item.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`).join(',')}}`;

const fieldOf = (value: unknown): string => {
  if (value === null || value === undefined) return '\\N';
  if (typeof value === 'string') return escaped(value);
  if (typeof value === 'object') return escaped(arrayLiteral(value as readonly string[]));
  return (value as number | bigint | boolean).toString();
};

/** Rows in PostgreSQL's COPY text format, columns in the table's order. */
export const copyText = ({ columns }: ViewTable, rows: Iterable<Row>): string => {
  let text = '';
  for (const row of rows) {
    let separator = '';
    for (const { property } of columns) {
      text += separator + fieldOf((row as Record<string, unknown>)[property]);
      separator = '\t';
    }
    text += '\n';
  }
  return text;
};
