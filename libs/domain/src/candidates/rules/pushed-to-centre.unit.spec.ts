import { describe, expect, it } from '@jest/globals';
import { at, CaseLedger, holder } from '../../../../../test/fixtures/domain/case-ledger.ts';
import { basis } from '../../../../../test/fixtures/domain/case-reference.ts';
import type { ReferenceEvent } from '../../reference.ts';

const an = holder('of-so-a', 'so-a');
const centre = holder('bo-truong', 'chinh-phu');
const early = '2020-01-01T00:00:00.000Z';
const unit = (unitId: string, unitKind: 'other' | 'province-committee', parent: string | null): ReferenceEvent => ({
  type: 'unit.established',
  version: 1,
  data: { unitId, name: unitId, unitKind, parent, validFrom: early, basis: null },
});
const more = [unit('chinh-phu', 'other', null), unit('ubnd', 'province-committee', 'chinh-phu')];
const inForce = { duties: ['R03'], decides: 'ubnd', more };

const turned = (): CaseLedger =>
  new CaseLedger().registered('x', an, at(0)).moved('dossier.submitted', 'x', [an, centre], at(1));
const answered = (type: 'escalation.accepted' | 'escalation.refused'): CaseLedger =>
  turned().tell(
    'dossier-x',
    type,
    { unit: 'chinh-phu', submitter: 'so-a', note: null, reason: 'thuộc tỉnh', basis } as never,
    { at: at(2), by: centre.party, unit: 'chinh-phu' },
  );

describe('R03 a matter of the province passed to the centre', () => {
  it('R03 is a candidate of who turned to the centre, without an obstacle stated or after its refusal', () => {
    expect(turned().found(inForce)).toEqual(['improper-escalation so-a of-so-a head-so-a']);
    expect(answered('escalation.refused').found(inForce)).toHaveLength(1);
  });

  it('R03 is none when accepted, where no such rule binds, and where the province is not known to be competent', () => {
    expect(answered('escalation.accepted').found(inForce)).toEqual([]);
    expect(turned().found({ ...inForce, duties: ['R23'] })).toEqual([]);
    expect(turned().found({ ...inForce, decides: null })).toEqual([]);
    expect(turned().found({ ...inForce, decides: 'chinh-phu' })).toEqual([]);
  });

  it('R03 is none within the province', () => {
    const top = holder('of-ubnd', 'ubnd');
    const up = new CaseLedger().registered('x', an, at(0)).moved('dossier.submitted', 'x', [an, top], at(1));
    expect(up.found(inForce)).toEqual([]);
  });
});
