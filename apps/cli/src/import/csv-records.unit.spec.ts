import { describe, expect, it } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { CsvRecords, type CsvRecord } from './csv-records.ts';

const read = (text: string, { pieces = [text], longest = 1000 } = {}) => {
  const records = new CsvRecords(',', longest);
  const found: CsvRecord[] = pieces.flatMap((piece) => records.take(piece));
  const last = records.end();
  return { records: [...found, ...last.records], openQuoteLine: last.openQuoteLine };
};
const fieldsOf = (text: string): readonly (readonly string[])[] => read(text).records.map(({ fields }) => fields);
const linesAndFaults = (text: string, longest?: number) =>
  read(text, longest === undefined ? {} : { longest }).records.map(({ line, fault }) => [line, fault]);

describe('CSV records', () => {
  it('keeps commas, doubled quotes and line ends inside quotes', () => {
    expect(fieldsOf('a,"b,""c""\r\nd",\ne,f,g\n')).toEqual([
      ['a', 'b,"c"\r\nd', ''],
      ['e', 'f', 'g'],
    ]);
  });

  it('takes LF, CRLF and CR as line ends, mixed, and passes over empty lines', () => {
    expect(linesAndFaults('a\r\nb\rc\n\n\r\nd')).toEqual([
      [1, null],
      [2, null],
      [3, null],
      [6, null],
    ]);
  });

  it('numbers a record by the line it begins in', () => {
    expect(linesAndFaults('a,"1\n2\r\n3"\nb,4\n')).toEqual([
      [1, null],
      [4, null],
    ]);
  });

  it('spoils only the record with a misplaced quote', () => {
    expect(linesAndFaults('a,b\nx"y,c\n"q"z,d\ne,f\n')).toEqual([
      [1, null],
      [2, 'quote'],
      [3, 'quote'],
      [4, null],
    ]);
  });

  it('drops an overlong record without keeping it, and reads on', () => {
    expect(linesAndFaults(`a,b\n"${'x'.repeat(50)}",c\nd,e\n`, 40)).toEqual([
      [1, null],
      [2, 'too-large'],
      [3, null],
    ]);
  });

  it('says where a quoted field that never ends began', () => {
    expect(read('a,b\nc,"d\ne,f\n').openQuoteLine).toBe(2);
  });

  it('reads what an independent reader reads, however the text is cut into pieces', () => {
    const field = fc.string({ unit: fc.constantFrom('a', 'ệ', '"', ',', '\n', '\r', ' ', '=') });
    const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;
    fc.assert(
      fc.property(
        fc.array(fc.tuple(field, field), { minLength: 1, maxLength: 6 }),
        fc.constantFrom('\n', '\r\n'),
        fc.integer({ min: 1, max: 7 }),
        (rows, lineEnd, size) => {
          const text = rows.map((row) => row.map(quoted).join(',')).join(lineEnd);
          const pieces = text.match(new RegExp(`[^]{1,${String(size)}}`, 'gu')) ?? [];
          const expected: string[][] = parse(text, { record_delimiter: lineEnd });
          expect(read(text, { pieces }).records.map(({ fields }) => fields)).toEqual(expected);
        },
      ),
    );
  });
});
