import { describe, expect, it } from '@jest/globals';
import { at, CaseLedger, holder } from '../../../../../test/fixtures/domain/case-ledger.ts';
import { authority } from '../../../../../test/fixtures/domain/case-reference.ts';

const an = holder('of-so-a', 'so-a');
const binh = holder('of-so-b', 'so-b');
const top = holder('of-ubnd', 'ubnd');

const sideways = (): CaseLedger =>
  new CaseLedger().registered('x', an, at(0)).moved('dossier.handed-off', 'x', [an, binh], at(1));
const inForce = { duties: ['R04'] };

describe('R04 an own matter passed to a peer', () => {
  it('R04 is a candidate for the sender', () => {
    expect(sideways().found(inForce)).toEqual(['sideways-transfer so-a of-so-a head-so-a']);
  });

  it('R04 is none where the matrix is silent, where the receiver is competent, and where the rule does not bind', () => {
    expect(sideways().found({ ...inForce, decides: null })).toEqual([]);
    expect(sideways().found({ ...inForce, more: [authority('so-b', 'decide')] })).toEqual([]);
    expect(sideways().found({ duties: ['R02'] })).toEqual([]);
  });

  it('R04 is none between a superior and those under it', () => {
    const down = new CaseLedger().registered('x', top, at(0)).moved('dossier.handed-off', 'x', [top, an], at(1));
    expect(down.found({ ...inForce, decides: 'ubnd' })).toEqual([]);
  });
});
