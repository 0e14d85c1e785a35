import { describe, expect, it } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { SaxesParser } from 'saxes';
import { csvField } from './trail-csv.ts';
import { xes, xesDocument } from './xes-document.ts';

describe('a CSV field', () => {
  it.each([
    ['=1+1', "'=1+1"],
    ['+84 912', "'+84 912"],
    ['-5', "'-5"],
    ['@cmd', "'@cmd"],
    ['\t=1', "'\t=1"],
    ["'=1", "''=1"],
    ["it's", "it's"],
    ['"a", b', '"""a"", b"'],
    ['a\r\nb', '"a\r\nb"'],
    ['=a,b', `"'=a,b"`],
    ['', ''],
    [null, ''],
    [-5, '-5'],
    [true, 'true'],
  ])('turns %j into %j', (value, expected) => {
    expect(csvField(value)).toBe(expected);
  });

  it('is read back as it was, but for the apostrophe before a formula', () => {
    fc.assert(
      fc.property(fc.array(fc.string(), { minLength: 2 }), (values) => {
        const [row = []] = parse(`${values.map(csvField).join(',')}\r\n`, { record_delimiter: '\r\n' });
        expect(row.map((text) => text.replace(/^'(?='*[=+\-@\t\r])/u, ''))).toEqual(values);
      }),
    );
  });
});

describe('an XES document', () => {
  async function* one(value: string) {
    yield { attributes: xes.text('concept:name', value), events: [xes.text('concept:name', value)] };
  }
  const write = async (value: string): Promise<string> => {
    let text = '';
    for await (const part of xesDocument(xes.text('concept:name', value), one(value))) text += part;
    return text;
  };
  const valuesIn = (text: string): readonly (string | undefined)[] => {
    const values: (string | undefined)[] = [];
    const parser = new SaxesParser<{ xmlns?: false }>();
    parser.on('opentag', ({ name, attributes }) => {
      if (name === 'string' && attributes['value'] !== 'UNKNOWN' && attributes['value'] !== 'complete')
        values.push(attributes['value']);
    });
    parser.write(text).close();
    return values;
  };

  it('gives back any text that XML can hold, line ends included', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.string({ unit: fc.constantFrom('<', '>', '&', '"', "'", '\n', '\r', '\t', 'ệ', '𝄞', ' ') }),
        async (text) => {
          expect(valuesIn(await write(text))).toEqual([text, text, text]);
        },
      ),
    );
  });

  it('shows a character that XML cannot hold as U+FFFD', async () => {
    expect(valuesIn(await write('a\u0000\u001Fb\uFFFEc'))).toEqual(
      Array.from({ length: 3 }, () => 'a\uFFFD\uFFFDb\uFFFDc'),
    );
  });

  it('leaves out what is not known', () => {
    expect(xes.date('deadline', null)).toEqual([]);
  });
});
