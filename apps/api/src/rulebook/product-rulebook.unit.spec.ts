import { describe, expect, it } from '@jest/globals';
import { parse } from 'yaml';
import type { Instrument } from '#domain/rulebook/events.ts';
import { everyParameter } from '#domain/rulebook/parameters.ts';
import { read, repositoryFiles } from '../../../../test/support/repository.ts';
import { productRulebook, readRulebookFiles } from './product-rulebook.ts';

const instruments = async (): Promise<readonly Instrument[]> => {
  const found = await productRulebook();
  if (!found.ok) throw new Error(JSON.stringify(found.faults, null, 1));
  return found.instruments;
};
const seeds: Readonly<Record<string, string>> = {
  '000': 'kon-tum-2023',
  '001': 'an-lao-2023',
  '002': 'kon-tum-2024',
  '003': 'dak-lak-2023',
  '004': 'cv-3239-2024-kon-tum',
};
const layers = (all: readonly Instrument[], duty: string): readonly string[] =>
  all
    .filter(({ clauses }) => clauses.some(({ duties }) => duties.some(({ obligation }) => obligation === duty)))
    .map(({ instrumentId }) => instrumentId)
    .sort();
const parametersOf = (all: readonly Instrument[], id: string, duty: string): unknown =>
  all
    .find(({ instrumentId }) => instrumentId === id)
    ?.clauses.flatMap(({ duties }) => duties)
    .find(({ obligation }) => obligation === duty)?.parameters;

/** `000 §1; 001 §1.2, §2; 003 §1a, b` as pairs of seed and clause; `` when only the seed is named. */
const placesIn = (source: string): readonly (readonly [string, string])[] => {
  if (source.startsWith('000–003')) return ['000', '001', '002', '003'].map((seed) => [seed, 'Nơi nhận'] as const);
  if (source === '001, 002 (kết)') return [['001', 'kết'] as const, ['002', 'kết'] as const];
  return source.split(';').flatMap((part) => {
    const [, seed = '', rest = ''] = /^\s*(\d{3})\s*(.*)$/.exec(part) ?? [];
    const clauses = rest.split(',').map((clause) => clause.trim());
    const section = /^§\d+/.exec(clauses[0] ?? '')?.[0] ?? '';
    return clauses.map((clause) => {
      if (clause === '' || /^[§(]|^mở|^kết/.test(clause)) return [seed, clause] as const;
      return [seed, /^\d/.test(clause) ? `§${clause}` : `${section}${clause}`] as const;
    });
  });
};

describe('the rulebook of the product', () => {
  it('R19 is sound as a whole, in NFC, with every instrument the five seeds cite', async () => {
    const all = await instruments();
    const ids = new Set(all.map(({ instrumentId }) => instrumentId));
    expect(Object.values(seeds).filter((id) => !ids.has(id))).toEqual([]);
    const numbers = all.map(({ number, symbol, issuedOn }) => `${number ?? ''}/${symbol ?? ''} ${issuedOn ?? ''}`);
    for (const cited of [
      '280/CĐ-TTg 2023-04-19',
      '365/CĐ-TTg 2023-05-04',
      '968/CĐ-TTg 2023-10-16',
      '622/TTg-TH 2023-07-05',
      '26/CT-TTg 2016-09-05',
      '27/CT-TTg 2023-10-27',
      '1883/KL/TU 2024-06-10',
      '966/UBND-NCKTGS 2023-05-04',
      '28/2022/QĐ-UBND 2022-06-01',
      '672/QĐ-UBND 2023-03-15',
      '1204/UBND-VP 2019-08-19',
      '106/UBND-VP 2022-01-20',
      '530/UBND-VP 2022-04-06',
      '14/CT-UBND 2023-04-28',
      '8946/UBND-TH 2023-10-13',
      '2784/QĐ-UBND 2022-12-09',
      '73/2023/NĐ-CP 2023-09-29',
      '2206/UBND-KTTH 2023-07-13',
      '2369/UBND-KTTH 2023-07-24',
      '56/UBND-KTTH 2024-01-08',
      '1482/UBND-KGVX 2024-05-02',
      '3239/UBND-KTTH 2024-09-12',
      '02/CT-UBND 2018-02-26',
      '30/2020/NĐ-CP 2020-03-05',
    ]) {
      expect(numbers).toContain(cited);
    }
    expect(
      all
        .filter(({ number }) => number === null)
        .map(({ instrumentId }) => instrumentId)
        .sort(),
    ).toEqual(['an-lao-2023', 'dak-lak-2023', 'kon-tum-2023', 'kon-tum-2024']);
  });

  it('R19 lays down every duty in the clause that its source names', async () => {
    const all = await instruments();
    type Duties = { readonly obligations: Readonly<Record<string, { readonly source: string }>> };
    const { obligations } = parse(read('config/rulebook/obligations.yaml')) as Duties;
    const missing = Object.entries(obligations).flatMap(([duty, { source }]) =>
      placesIn(source).flatMap(([seed, clause]) => {
        const found = all
          .find(({ instrumentId }) => instrumentId === seeds[seed])
          ?.clauses.some(
            (laid) =>
              (laid.clause === clause || laid.clause.startsWith(`${clause}.`) || clause === '') &&
              laid.duties.some(({ obligation }) => obligation === duty),
          );
        return found === true ? [] : [`${duty}: ${seed} ${clause}`];
      }),
    );
    expect(Object.keys(obligations)).toHaveLength(80);
    expect(missing).toEqual([]);
  });

  it('R17 has deemed consent only where An Lão wrote it, and for the ministries', async () => {
    expect(layers(await instruments(), 'R17')).toEqual(['an-lao-2023', 'cd-280-2023']);
  });

  it('R05 R20 R45 keeps what only one of the instruments says apart', async () => {
    const all = await instruments();
    expect(parametersOf(all, 'dak-lak-2023', 'R45')).toEqual({ consequencesRequired: true });
    for (const id of ['kon-tum-2023', 'an-lao-2023']) expect(parametersOf(all, id, 'R45')).toEqual({});
    expect(parametersOf(all, 'an-lao-2023', 'R20')).toEqual({ fullConsensus: true });
    expect(parametersOf(all, 'kon-tum-2024', 'R20')).toEqual({ fullConsensus: false });
    expect(parametersOf(all, 'kon-tum-2024', 'R05')).toEqual({ exceptionsWritten: true });
    expect(parametersOf(all, 'an-lao-2023', 'R05')).toEqual({});
  });

  it('R70 has the directive replace the one of 2018', async () => {
    const replaced = (await instruments()).flatMap(({ instrumentId, replaces }) =>
      replaces.map((old) => [instrumentId, old]),
    );
    expect(replaced).toEqual([['kon-tum-2024', 'ct-02-2018-kon-tum']]);
  });

  it('R05 R45 sets no parameter that no rule reads, but two that say for people what the text says', () => {
    const readers = /^(libs\/domain|apps\/worker)\/src\//;
    const rules = repositoryFiles
      .filter(({ path }) => readers.test(path) && !path.includes('/rulebook/') && !path.includes('.spec.'))
      .map(({ text }) => text)
      .join('\n');
    const known = everyParameter.map(([, name]) => name);
    const readNames = [...rules.matchAll(/(?:parameters\[|\bparameter: )'(\w+)'/g)].map(([, name = '']) => name);
    expect(readNames.filter((name) => !known.includes(name))).toEqual([]);
    const unread = everyParameter.filter(([, name]) => !rules.includes(name));
    expect(unread.map(([duty, name]) => `${duty} ${name}`)).toEqual([
      'R05 exceptionsWritten',
      'R45 consequencesRequired',
    ]);
  });
});

describe('reading a rulebook', () => {
  const whole = `
- id: letter
  kind: công văn
  number: null
  symbol: UBND-VP
  issuer: UBND huyện
  issuedOn: null
  title: Chấn chỉnh
  territory: huyện
  validFrom: '2024-01-01'
  validTo: null
  replaces: []
  cites: []
  certainty: V
  clauses:
    - clause: §1
      duties: { R06: { returnWorkingDays: 2 }, R17: {} }
`;
  const faultsOf = (...changes: readonly (readonly [string, string])[]): readonly string[] => {
    const text = changes.reduce((before, [from, to]) => before.replace(from, to), whole);
    const found = readRulebookFiles({ 'a.yaml': text });
    return found.ok ? [] : found.faults.map(({ path, messageEn }) => `${path}: ${messageEn}`);
  };

  it('takes what is whole', () => {
    expect(readRulebookFiles({ 'a.yaml': whole })).toMatchObject({
      ok: true,
      instruments: [
        {
          instrumentId: 'letter',
          clauses: [
            {
              clause: '§1',
              duties: [
                { obligation: 'R06', parameters: { returnWorkingDays: 2 } },
                { obligation: 'R17', parameters: {} },
              ],
            },
          ],
        },
      ],
    });
  });

  it('names every fault at once, where it is', () => {
    expect(
      faultsOf(
        ['  number: null\n', ''],
        ["'2024-01-01'", "'2024-02-30'"],
        ['certainty: V', 'certainty: X\n  colour: red'],
        ['returnWorkingDays: 2', 'returnWorkingDays: 2.5, returnHours: 1'],
        ['R17: {}', 'R81: {}'],
      ),
    ).toEqual([
      'a.yaml.0.colour: is not a known key',
      'a.yaml.0.number: is required (write null for what is blank)',
      'a.yaml.0.validFrom: is not a real day yyyy-MM-dd: 2024-02-30',
      'a.yaml.0.certainty: must be one of: V, S, M',
      'a.yaml.0.clauses.0.duties.R06.returnWorkingDays: must be a whole number from 0 to 60',
      'a.yaml.0.clauses.0.duties.R06.returnHours: no rule reads this parameter (there are: returnWorkingDays, urgentWorkingHours, rollOver)',
      'a.yaml.0.clauses.0.duties.R81: there is no obligation R81 (R01–R80)',
    ]);
  });

  it.each([
    [
      'a citation of nothing',
      [['cites: []', 'cites: [other]']],
      ['a.yaml.0.cites.0: there is no instrument other here'],
    ],
    ['one that replaces itself', [['replaces: []', 'replaces: [letter]']], ['a.yaml.0.replaces.0: refers to itself']],
    [
      'an end before the beginning',
      [['validTo: null', "validTo: '2023-01-01'"]],
      ['a.yaml.0.validTo: is not after the beginning 2024-01-01'],
    ],
    [
      'a beginning before the issue',
      [['issuedOn: null', "issuedOn: '2024-02-01'"]],
      ['a.yaml.0.validFrom: is before the day of issue 2024-02-01'],
    ],
    ['a text not in NFC', [['Chấn chỉnh', 'Chấn chỉnh'.normalize('NFD')]], ['a.yaml.0.title: is not in Unicode NFC']],
    [
      'a switch that is a number',
      [['R17: {}', 'R20: { fullConsensus: 1 }']],
      ['a.yaml.0.clauses.0.duties.R20.fullConsensus: must be true or false'],
    ],
  ] as const)('refuses %s', (_case, changes, expected) => {
    expect(faultsOf(...changes)).toEqual(expected);
  });

  it('refuses an instrument given twice, and a file that is no list', () => {
    const twice = readRulebookFiles({ 'a.yaml': whole, 'b.yaml': whole });
    expect(twice).toMatchObject({ ok: false, faults: [{ path: 'b.yaml.0.id' }] });
    expect(readRulebookFiles({ 'a.yaml': whole, 'c.yaml': 'id: letter' })).toMatchObject({
      ok: false,
      faults: [{ path: 'c.yaml', messageEn: 'must be a list of instruments' }],
    });
    expect(readRulebookFiles({ 'd.yaml': '- {' })).toMatchObject({ ok: false, faults: [{ path: 'd.yaml' }] });
  });
});
