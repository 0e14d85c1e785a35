import { expect, it } from '@jest/globals';
import { at, CaseLedger, holder } from '../../../../../test/fixtures/domain/case-ledger.ts';

const an = holder('of-so-a', 'so-a');

const asked = (ledger: CaseLedger, day: number): CaseLedger =>
  ledger.tell(
    'dossier-x',
    'supplement.requested',
    { ordinal: 1, papers: ['sổ đỏ'], reason: 'thiếu' },
    { at: at(day), by: an.party, unit: 'so-a' },
  );

const completed = (
  ledger: CaseLedger,
  who: ReturnType<typeof holder>,
  when: string,
  deadline: string | null,
): CaseLedger =>
  ledger.tell(
    'dossier-x',
    'dossier.completed',
    {
      product: { number: '1', symbol: null, issuedOn: null, title: null },
      outcome: 'granted',
      holder: who,
      heldSince: at(0),
      deadline,
    },
    { at: when, by: who.party, unit: who.unit },
  );

const late = (): CaseLedger => asked(new CaseLedger().registered('x', an, at(0), at(10)), 1);

it('R62 a late result without an apology slip is one candidate with the lateness itself', () => {
  const [only, another] = completed(late(), an, at(12), at(10)).candidates({ duties: ['R62', 'R23'], decides: null });
  expect(another).toBeUndefined();
  expect(only?.kind).toBe('overdue-dossier');
  expect(only?.rules.map(({ obligation }) => obligation)).toEqual(['R23', 'R62']);
});

it('R62 is none with the slip, in time, or where the ledger cannot tell that a citizen waits', () => {
  const slip = late().tell(
    'dossier-x',
    'apology.issued',
    { reason: 'đông hồ sơ', newAppointment: at(13), document: null },
    { at: at(9), by: an.party, unit: 'so-a' },
  );
  const inForce = { duties: ['R62'] };
  expect(completed(slip, an, at(12), at(10)).found(inForce)).toEqual([]);
  expect(completed(late(), an, at(9), at(10)).found(inForce)).toEqual([]);
  expect(completed(new CaseLedger().registered('x', an, at(0), at(10)), an, at(12), at(10)).found(inForce)).toEqual([]);
  expect(
    completed(late(), an, at(12), at(10)).found({ duties: ['R64'], parameters: { inactionWorkingDays: 900 } }),
  ).toEqual([]);
});
