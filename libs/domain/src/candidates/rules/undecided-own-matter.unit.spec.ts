import { expect, it } from '@jest/globals';
import { at, CaseLedger, holder } from '../../../../../test/fixtures/domain/case-ledger.ts';

const an = holder('of-so-a', 'so-a');

const late = (): CaseLedger => new CaseLedger().registered('x', an, at(0), at(10));
const inForce = { duties: ['R01', 'R23'] };

it('R01 R23 the unit that held at the deadline was competent and had not decided: one candidate with both rules', () => {
  const [only, another] = late().candidates(inForce);
  expect(another).toBeUndefined();
  expect(only).toMatchObject({ kind: 'undecided-own-matter', unit: 'so-a' });
  expect(only?.rules.map(({ obligation }) => obligation)).toEqual(['R23', 'R01']);
});

it('R01 is plain lateness when it had decided, or another is competent, and nothing where no rule binds', () => {
  const decided = late().tell(
    'dossier-x',
    'dossier.decided',
    { decision: 'approved', grounds: null, document: null },
    { at: at(9), by: an.party, unit: 'so-a' },
  );
  expect(decided.found(inForce)).toEqual(['overdue-dossier so-a of-so-a head-so-a']);
  expect(late().found({ ...inForce, decides: 'so-b' })).toEqual(['overdue-dossier so-a of-so-a head-so-a']);
  expect(late().found({ duties: [] })).toEqual([]);
});
