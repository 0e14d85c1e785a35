import { describe, expect, it } from '@jest/globals';
import { UnreadableLog } from './faults.ts';
import { readXes } from './xes-reader.ts';
import type { LogRecord } from './log-record.ts';

const asked = ['case:concept:name', 'concept:name', 'org:resource'].map((name) => ({ name, field: name }));

async function* inPieces(text: string, size: number): AsyncGenerator<string> {
  for (let at = 0; at < text.length; at += size) yield text.slice(at, at + size);
}
const read = async (text: string, size = 7): Promise<readonly LogRecord[]> => {
  const records: LogRecord[] = [];
  for await (const batch of readXes(inPieces(text, size), asked)) records.push(...batch);
  return records;
};
const log = (inner: string): string => `<?xml version="1.0"?>\n<log xes.version="1.0">\n${inner}\n</log>`;
const faultOf = async (text: string): Promise<readonly unknown[]> => {
  const error: unknown = await read(text).catch((thrown: unknown) => thrown);
  return error instanceof UnreadableLog ? [error.fault.code, error.fault.line] : [error];
};

describe('XES', () => {
  it('gives each event with the attributes of its trace, also those that come after it', async () => {
    const text = log(
      `<trace><string key="concept:name" value="A"/>
<event><string key="concept:name" value="x"/><string key="org:resource" value="r"/></event>
<event><string key="concept:name" value="y"/></event>
</trace><trace><event><int key="concept:name" value="1"/></event><string key="concept:name" value="B"/></trace>`,
    );
    expect(await read(text)).toEqual([
      { line: 4, values: ['A', 'x', 'r'], fault: null },
      { line: 5, values: ['A', 'y', null], fault: null },
      { line: 6, values: ['B', '1', null], fault: null },
    ]);
  });

  it('leaves aside nested attributes and the defaults of a global', async () => {
    const text = log(
      `<global scope="event"><string key="org:resource" value="default"/></global>
<trace><event><string key="concept:name" value="x"><string key="org:resource" value="nested"/></string></event></trace>`,
    );
    expect((await read(text)).map(({ values }) => values)).toEqual([[null, 'x', null]]);
  });

  it('knows an extension under the prefix that the log gives it', async () => {
    const text = log(
      `<extension name="Concept" prefix="c" uri="http://www.xes-standard.org/concept.xesext"/>
<trace><string key="c:name" value="A"/><event><string key="c:name" value="x"/></event></trace>`,
    );
    expect((await read(text)).map(({ values }) => values)).toEqual([['A', 'x', null]]);
  });

  it('says of an event outside any trace that it has no case', async () => {
    expect((await read(log('<event><string key="concept:name" value="x"/></event>')))[0]?.values).toEqual([
      null,
      'x',
      null,
    ]);
  });

  it('refuses a DOCTYPE, so that no entity can unfold', async () => {
    const bomb = `<?xml version="1.0"?>\n<!DOCTYPE log [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>\n<log>&b;</log>`;
    expect(await faultOf(bomb)).toEqual(['file.xml-doctype', 2]);
  });

  it.each([
    ['an unknown entity', log('<trace>&b;</trace>'), 'file.xml', 3],
    ['elements that cross', log('<trace><event></trace></event>'), 'file.xml', 3],
    ['an end that is missing', '<?xml version="1.0"?>\n<log>\n<trace>\n', 'file.xml', 4],
    ['another root', '<html></html>', 'file.not-xes', 1],
    ['nothing at all', '', 'file.xml', 1],
  ])('says where %s is', async (_, text, code, line) => {
    expect(await faultOf(text)).toEqual([code, line]);
  });

  it('refuses an attribute of ten megabytes without holding it', async () => {
    const error: unknown = await read(
      log(`<trace><string key="a" value="${'x'.repeat(10_000_000)}"/></trace>`),
      65_536,
    ).catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ fault: { code: 'row.too-large' } });
  });

  it('marks an event whose text was damaged, and no other', async () => {
    const event = (value: string): string => `<event><string key="concept:name" value="${value}"/></event>`;
    const records = await read(log(`<trace>${event('a\uFFFD')}${event('b')}</trace>`));
    expect(records.map(({ fault }) => fault?.code ?? null)).toEqual(['row.damaged-text', null]);
  });
});
