import { describe, expect, it } from '@jest/globals';
import type { EscalationGround } from '#domain/submission/events.ts';
import { at, CaseLedger, holder, kinds, mitigations } from '../../../../../test/fixtures/domain/case-ledger.ts';
import { basis } from '../../../../../test/fixtures/domain/case-reference.ts';

const an = holder('of-so-a', 'so-a');
const top = holder('of-ubnd', 'ubnd');

const stated = (
  ledger: CaseLedger,
  ground: EscalationGround,
  rest: { direction?: object; delegationId?: string } = {},
) =>
  ledger.tell(
    'dossier-x',
    'escalation.stated',
    {
      by: 'submit',
      from: an,
      to: top,
      ground,
      explanation: 'vì',
      attempts: [],
      dissents: [],
      direction: null,
      delegationId: null,
      openDissents: [],
      ...rest,
    } as never,
    { at: at(1), by: an.party, unit: 'so-a' },
  );

const pushedUp = (): CaseLedger =>
  new CaseLedger().registered('x', an, at(0)).moved('dossier.submitted', 'x', [an, top], at(1));
const refused = (ledger: CaseLedger): CaseLedger =>
  ledger.tell(
    'dossier-x',
    'escalation.refused',
    { unit: 'ubnd', submitter: 'so-a', reason: 'thuộc thẩm quyền sở', basis },
    { at: at(2), by: top.party, unit: 'ubnd' },
  );
const inForce = { duties: ['R02', 'R07'] };

describe('R02 an own matter submitted upward', () => {
  it('R02 is a candidate when the matrix says that the submitter was competent and no ground is stated', () => {
    expect(pushedUp().found(inForce)).toEqual(['improper-escalation so-a of-so-a head-so-a']);
  });

  it('R02 is none where no such rule binds, where the matrix is silent, and where another is competent', () => {
    expect(pushedUp().found({ duties: ['R23'] })).toEqual([]);
    expect(pushedUp().found({ ...inForce, decides: null })).toEqual([]);
    expect(pushedUp().found({ ...inForce, decides: 'ubnd' })).toEqual([]);
  });

  it('R02 is none once the receiver accepted it, and one whatever the ground when the receiver refused', () => {
    const accepted = pushedUp().tell(
      'dossier-x',
      'escalation.accepted',
      { unit: 'ubnd', note: null },
      { at: at(2), by: top.party, unit: 'ubnd' },
    );
    expect(accepted.found(inForce)).toEqual([]);
    expect(kinds(refused(stated(pushedUp(), 'no-consensus')).candidates(inForce))).toEqual(['improper-escalation']);
  });

  it('R02 shows a written direction from above beside it', () => {
    const direction = { number: '5', symbol: 'TB', issuedOn: null, title: null };
    const directed = stated(pushedUp(), 'direction', { direction });
    expect(directed.found(inForce)).toEqual([]);
    expect(mitigations(refused(directed).candidates(inForce))).toContain('direction-from-above');
  });

  it('R02 is none inside one unit', () => {
    const inside = new CaseLedger()
      .registered('x', an, at(0))
      .moved('dossier.submitted', 'x', [an, holder('head-so-a', 'so-a')], at(1));
    expect(inside.found(inForce)).toEqual([]);
  });
});
