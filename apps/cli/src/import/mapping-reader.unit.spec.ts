import { readFile } from 'node:fs/promises';
import { describe, expect, it } from '@jest/globals';
import { accountKindIn } from './mapping.ts';
import { readMapping } from './mapping-reader.ts';

const least = `
version: 1
fields: { case: c, activity: a, time: t }
constants: { issuer: i, type: t }
`;
const faultPaths = (text: string): readonly string[] => {
  const result = readMapping(text);
  return result.ok ? [] : result.faults.map(({ path }) => path);
};

describe('a mapping', () => {
  it('needs three fields and who issued what, and says what it takes for the rest', () => {
    const result = readMapping(least);
    expect(result).toMatchObject({
      ok: true,
      mapping: {
        format: null,
        csv: { delimiter: ',', encoding: 'utf-8' },
        time: { zone: 'Asia/Ho_Chi_Minh', order: 'iso' },
        accounts: [],
        only: null,
        dossierPrefix: '',
      },
    });
  });

  it('of the published example is accepted', async () => {
    const result = readMapping(
      await readFile(new URL('../../../../config/import/receipt.yaml', import.meta.url), 'utf8'),
    );
    expect(result.ok).toBe(true);
  });

  it('is refused with every fault at once', () => {
    const text = `
version: 2
format: xlsx
csv: { delimiter: "ab", encoding: klingon, quote: "'" }
time: { zone: Mars/Olympus, order: reversed }
fields: { case: "", activity: a, colour: red }
none: { unit: EMPTY, everywhere: [1] }
only: { name: x }
accounts: [{ kind: robot, names: [a] }, 7]
dossierPrefix: "a b"
extra: 1
`;
    expect(faultPaths(text)).toEqual([
      'extra',
      'version',
      'fields.colour',
      'fields.case',
      'fields.time',
      'format',
      'csv.quote',
      'csv.delimiter',
      'csv.encoding',
      'time.zone',
      'time.order',
      'constants.issuer',
      'constants.type',
      'none.unit',
      'none.everywhere[0]',
      'only.values',
      'accounts[0].kind',
      'accounts[1]',
      'dossierPrefix',
    ]);
  });

  it.each([
    ['is no YAML', 'version: [1'],
    ['names a key twice', `${least}\nversion: 1`],
    ['is empty', ''],
    ['is a list', '- 1'],
  ])('is refused when it %s', (_, text) => {
    expect(readMapping(text).ok).toBe(false);
  });

  it('is refused when its aliases would unfold without end', () => {
    const bomb = [
      'a: &a [x, x]',
      ...[...'bcdefgh'].map((name, i) => `${name}: &${name} [*${'abcdefg'[i] ?? ''}, *${'abcdefg'[i] ?? ''}]`),
    ];
    expect(readMapping(bomb.join('\n')).ok).toBe(false);
  });

  it('names accounts exactly or by pattern, the exact name first', () => {
    const kindOf = accountKindIn([
      { kind: 'shared', names: ['admin*', 'Tổ *'] },
      { kind: 'test', names: ['admin9', 'test'] },
    ]);
    expect(['admin1', 'admin9', 'test', 'TEST', 'Tổ 1', 'adm', 'a.c'].map(kindOf)).toEqual([
      'shared',
      'test',
      'test',
      null,
      'shared',
      null,
      null,
    ]);
  });
});
