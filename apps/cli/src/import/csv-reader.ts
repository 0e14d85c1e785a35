import { isDamaged, longestRecord, type LogRecord } from './log-record.ts';
import { unreadable } from './faults.ts';
import { CsvRecords, type CsvRecord } from './csv-records.ts';

type Columns = { readonly count: number; readonly asked: readonly number[]; readonly names: readonly string[] };

export type CsvSource = {
  readonly chunks: AsyncIterable<string>;
  readonly delimiter: string;
  readonly encoding: string;
};

/** What the mapping wants from the file: column names with the field each is for. */
export type Asked = readonly { readonly name: string; readonly field: string }[];

/**
 * RFC 4180 with a header, in batches. A faulty record is handed on with its fault and reading goes on;
 * throws UnreadableLog when nothing after the fault could be trusted.
 */
export async function* readCsv(source: CsvSource, asked: Asked): AsyncGenerator<readonly LogRecord[]> {
  const records = new CsvRecords(source.delimiter, longestRecord);
  let columns: Columns | null = null;
  for await (const chunk of source.chunks) {
    const batch = records.take(chunk);
    const header: CsvRecord | undefined = columns ? undefined : batch.shift();
    if (header) columns = columnsOf(header, asked, source.encoding);
    if (columns) yield batch.map(toLogRecord(columns));
  }
  const last = records.end();
  if (last.openQuoteLine !== null) throw unreadable('file.quote-open', last.openQuoteLine);
  const rest = [...last.records];
  columns ??= columnsOf(rest.shift(), asked, source.encoding);
  yield rest.map(toLogRecord(columns));
}

function columnsOf(header: CsvRecord | undefined, asked: Asked, encoding: string): Columns {
  if (!header) throw unreadable('file.empty', null);
  const names = header.fields.map((name) => name.normalize('NFC').trim());
  if (header.fault || names.some(isDamaged)) throw unreadable('file.header-damaged', header.line, { encoding });
  const repeated = names.find((name, index) => name !== '' && names.indexOf(name) !== index);
  if (repeated !== undefined) throw unreadable('file.header-repeats', header.line, { column: repeated });
  const indices = asked.map(({ name, field }) => {
    const index = names.indexOf(name);
    if (index < 0) throw unreadable('file.column-missing', header.line, { column: name, field });
    return index;
  });
  return { count: names.length, asked: indices, names };
}

const toLogRecord =
  (columns: Columns) =>
  ({ line, fields, fault }: CsvRecord): LogRecord => ({
    line,
    values: columns.asked.map((index) => fields[index] ?? null),
    fault: faultOf(columns, fields, fault),
  });

function faultOf(columns: Columns, fields: readonly string[], fault: CsvRecord['fault']): LogRecord['fault'] {
  if (fault === 'too-large') return { code: 'row.too-large', facts: { limit: longestRecord } };
  if (fault === 'quote') {
    return { code: 'row.quote', facts: { column: columns.names[fields.length - 1] ?? String(fields.length) } };
  }
  if (fields.length !== columns.count) {
    return { code: 'row.column-count', facts: { found: fields.length, expected: columns.count } };
  }
  const damaged = fields.findIndex(isDamaged);
  return damaged < 0 ? null : { code: 'row.damaged-text', facts: { field: columns.names[damaged] ?? '' } };
}
