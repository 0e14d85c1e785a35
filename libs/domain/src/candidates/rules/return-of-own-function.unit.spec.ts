import { describe, expect, it } from '@jest/globals';
import { at, CaseLedger, holder } from '../../../../../test/fixtures/domain/case-ledger.ts';
import { authority } from '../../../../../test/fixtures/domain/case-reference.ts';

const an = holder('of-so-a', 'so-a');
const binh = holder('of-so-b', 'so-b');

const returned = (when: string): CaseLedger =>
  new CaseLedger()
    .registered('x', an, at(0))
    .moved('dossier.handed-off', 'x', [an, binh], at(1))
    .moved('dossier.returned', 'x', [binh, an], when);

const inForce = { duties: ['R06'] };
const function_ = { ...inForce, more: [authority('so-b', 'advise')] };
const again = (): CaseLedger =>
  returned(at(1, 15))
    .moved('dossier.handed-off', 'x', [an, binh], at(2))
    .moved('dossier.returned', 'x', [binh, an], at(2, 15));

describe("R06 returning what is one's function", () => {
  it('R06 a prompt return is never a fault, even of what the matrix gives to the unit', () => {
    expect(returned(at(1, 15)).found(function_)).toEqual([]);
  });

  it('R06 is a candidate when it is late — one with the lateness — or when the unit does it again', () => {
    expect(returned(at(9)).found(function_)).toEqual(['return-of-own-function so-b of-so-b head-so-b']);
    expect(again().found(function_)).toEqual(['return-of-own-function so-b of-so-b head-so-b']);
  });

  it('R06 is none where the matrix is silent or the rule does not bind', () => {
    expect(again().found({ ...inForce, decides: null })).toEqual([]);
    expect(again().found({ ...function_, duties: ['R99'] })).toEqual([]);
  });
});
