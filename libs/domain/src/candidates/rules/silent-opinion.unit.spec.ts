import { expect, it } from '@jest/globals';
import { at, type CaseLedger } from '../../../../../test/fixtures/domain/case-ledger.ts';
import { person } from '../../../../../test/fixtures/domain/case-reference.ts';
import { requested, delivered, passed } from '../../../../../test/fixtures/domain/case-opinion.ts';

const silent = (): CaseLedger => passed(delivered(requested('c', at(0)), at(0, 15)));

it('R17 R15 silence is a question to the body, one incident with what binds it', () => {
  expect(silent().found({ duties: ['R15', 'R17'] })).toEqual(['silent-opinion so-b - head-so-b']);
  const [only] = silent().candidates({ duties: ['R15', 'R17'] });
  expect(only?.rules.map(({ obligation }) => obligation)).toEqual(['R17', 'R15']);
  expect(silent().found({ duties: ['R99'] })).toEqual([]);
});

it('R06 a return in time owes nothing more', () => {
  const returned = delivered(requested('c', at(0)), at(0, 15)).tell(
    'consultation-c',
    'consultation.returned',
    { unit: 'so-b', reason: 'sai nơi', basis: { text: 'chức năng', clause: null }, rightUnit: null },
    { at: at(1), by: person('of-so-b'), unit: 'so-b' },
  );
  expect(passed(returned).found({ duties: ['R06', 'R15', 'R17'] })).toEqual([]);
});
