import { describe, expect, it } from '@jest/globals';
import { at, CaseLedger, holder } from '../../../../../test/fixtures/domain/case-ledger.ts';
import { authority } from '../../../../../test/fixtures/domain/case-reference.ts';

const an = holder('of-so-a', 'so-a');
const binh = holder('of-so-b', 'so-b');

const cuong = holder('of-so-c', 'so-c');
const round = (): CaseLedger =>
  new CaseLedger()
    .registered('x', an, at(0))
    .moved('dossier.handed-off', 'x', [an, binh], at(1))
    .moved('dossier.handed-off', 'x', [binh, cuong], at(2))
    .moved('dossier.handed-off', 'x', [cuong, an], at(3));
const inForce = { duties: ['R10'] };
const competent = { ...inForce, decides: null, more: [authority('so-c', 'advise')] };

describe('R10 a dossier going round in circles', () => {
  it('R10 names persons only of a competent unit that passed it on; of an incompetent one nobody', () => {
    expect(round().found(competent)).toEqual(['circular-referral so-c of-so-c head-so-c']);
    expect(round().found({ ...inForce, decides: null, more: [authority('so-b', 'advise')] })).toEqual([]);
  });

  it('R10 is none when it went to who was competent', () => {
    expect(round().found({ ...inForce, decides: null, more: [authority('so-a', 'advise')] })).toEqual([]);
  });

  it('R10 is none when one competent unit passed it to another', () => {
    const both = [authority('so-a', 'advise'), authority('so-c', 'advise')];
    expect(round().found({ ...inForce, decides: null, more: both })).toEqual([]);
  });

  it('R10 names the unit alone where the matrix is silent', () => {
    expect(round().found({ ...inForce, decides: null })).toEqual(['circular-referral so-c - -']);
  });

  it('R10 is none when somebody acted on the substance, when it was a return, or where it does not bind', () => {
    const acted = new CaseLedger()
      .registered('x', an, at(0))
      .moved('dossier.handed-off', 'x', [an, binh], at(1))
      .tell(
        'dossier-x',
        'dossier.step-performed',
        { step: 'thẩm định', performer: binh, note: null },
        { at: at(2), by: binh.party, unit: 'so-b' },
      )
      .moved('dossier.handed-off', 'x', [binh, an], at(3));
    expect(acted.found({ ...inForce, decides: null })).toEqual([]);
    const back = new CaseLedger()
      .registered('x', an, at(0))
      .moved('dossier.handed-off', 'x', [an, binh], at(1))
      .moved('dossier.returned', 'x', [binh, an], at(1, 15));
    expect(back.found({ ...inForce, decides: null })).toEqual([]);
    expect(round().found({ ...competent, duties: ['R04'] })).toEqual([]);
  });

  it('R10 is one, too, when it went through more units than allowed', () => {
    const names = ['so-a', 'so-b', 'so-c', 'so-d', 'so-e', 'so-f', 'so-g'].map((id) => holder(`of-${id}`, id));
    const ledger = new CaseLedger().registered('x', an, at(0));
    for (const [index, from] of names.entries()) {
      const to = names[index + 1];
      if (to) ledger.moved('dossier.handed-off', 'x', [from, to], at(index + 1));
    }
    expect(ledger.found({ ...inForce, decides: null })).toEqual(['circular-referral so-f - -']);
    expect(ledger.found({ ...inForce, decides: null, parameters: { maxHops: 6 } })).toEqual([]);
  });
});
