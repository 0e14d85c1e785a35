import { expect, it } from '@jest/globals';
import type { ConductFinding } from '#domain/office/events.ts';
import { at, CaseLedger } from '../../../../../test/fixtures/domain/case-ledger.ts';
import { person } from '../../../../../test/fixtures/domain/case-reference.ts';

const finding = (kind: ConductFinding): CaseLedger =>
  new CaseLedger().tell(
    'office-f',
    'finding.recorded',
    {
      findingId: 'f',
      kind,
      officer: 'of-so-a',
      statement: 'theo biên bản',
      source: { number: '1', symbol: 'BB', issuedOn: null, title: null },
    },
    { at: at(0), by: person('of-van-phong'), unit: 'van-phong' },
  );

it.each([
  ['disunity', 'R37'],
  ['wrong-performance', 'R38'],
  ['refusal-to-process', 'R64'],
] as const)(
  'R37 R38 R64 a finding of %s made by people is carried on under %s, and under nothing else',
  (kind, duty) => {
    expect(finding(kind).found({ duties: [duty] })).toEqual(['human-finding so-a of-so-a -']);
    expect(finding(kind).found({ duties: ['R99'] })).toEqual([]);
  },
);

it('R37 a finding with no duty behind it stays out', () => {
  expect(finding('other').found({ duties: ['R37', 'R38', 'R64'] })).toEqual([]);
});
