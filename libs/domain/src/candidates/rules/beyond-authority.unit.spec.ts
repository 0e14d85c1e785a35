import { describe, expect, it } from '@jest/globals';
import { at, CaseLedger, holder, mitigations } from '../../../../../test/fixtures/domain/case-ledger.ts';

const an = holder('of-so-a', 'so-a');
const binh = holder('of-so-b', 'so-b');

const decided = (ledger: CaseLedger, decision: 'approved' | 'amend' = 'approved'): CaseLedger =>
  ledger.tell(
    'dossier-x',
    'dossier.decided',
    { decision, grounds: null, document: null },
    { at: at(3), by: binh.party, unit: 'so-b' },
  );
const atB = (): CaseLedger => new CaseLedger().registered('x', binh, at(0));
const inForce = { duties: ['R05'] };

describe('R05 a decision about what another unit is competent for', () => {
  it('R05 is a candidate', () => {
    expect(decided(atB()).found(inForce)).toEqual(['beyond-authority so-b of-so-b head-so-b']);
  });

  it('R05 is none where the matrix is silent, where the unit is competent, and where the rule does not bind', () => {
    expect(decided(atB()).found({ ...inForce, decides: null })).toEqual([]);
    expect(decided(atB()).found({ ...inForce, decides: 'so-b' })).toEqual([]);
    expect(decided(atB()).found({ duties: ['R04'] })).toEqual([]);
  });

  it('R05 is none when a draft is sent back for changes, or a delegation by the competent unit is in force', () => {
    expect(decided(atB(), 'amend').found(inForce)).toEqual([]);
    const delegation = {
      type: 'delegation.granted',
      version: 1,
      data: {
        delegationId: 'u',
        unitId: 'so-a',
        delegator: 'head-so-a',
        delegate: 'of-so-b',
        scope: 'land',
        document: '1/UQ',
        validFrom: at(0),
        validTo: at(10),
      },
    } as const;
    expect(decided(atB()).found({ ...inForce, more: [delegation] })).toEqual([]);
  });

  it('R05 is none of the committee that decides what the competent unit brought up to it, and one of another’s', () => {
    const committee = holder('of-ubnd', 'ubnd');
    const broughtUp = (from: typeof an): CaseLedger =>
      new CaseLedger()
        .registered('x', from, at(0))
        .moved('dossier.submitted', 'x', [from, committee], at(1))
        .tell(
          'dossier-x',
          'dossier.decided',
          { decision: 'approved', grounds: null, document: null },
          { at: at(3), by: committee.party, unit: 'ubnd' },
        );
    expect(broughtUp(an).found(inForce)).toEqual([]);
    expect(broughtUp(binh).found(inForce)).toEqual(['beyond-authority ubnd of-ubnd head-ubnd']);
  });

  it('R05 says beside it that the competent unit had passed the matter on', () => {
    const given = new CaseLedger().registered('x', an, at(0)).moved('dossier.handed-off', 'x', [an, binh], at(1));
    expect(mitigations(decided(given).candidates(inForce))).toContain('direction-from-above');
  });

  it('R05 is none by written direction, and loses no exception when the result goes out in the same minute', () => {
    const product = { number: '1', symbol: 'QĐ', issuedOn: null, title: null };
    const finished = (ledger: CaseLedger): CaseLedger =>
      decided(ledger).tell(
        'dossier-x',
        'dossier.completed',
        { product, outcome: 'granted', holder: binh, heldSince: at(1), deadline: null },
        { at: at(3), by: binh.party, unit: 'so-b' },
      );
    const given = new CaseLedger().registered('x', an, at(0)).moved('dossier.handed-off', 'x', [an, binh], at(1));
    expect(mitigations(finished(given).candidates(inForce))).toContain('direction-from-above');
    const direction = { number: '21', symbol: 'TB', issuedOn: null, title: null };
    const directed = new CaseLedger()
      .registered('x', an, at(0))
      .moved('dossier.handed-off', 'x', [an, binh], at(1))
      .tell(
        'dossier-x',
        'escalation.stated',
        {
          by: 'hand-off',
          from: an,
          to: binh,
          ground: 'direction',
          explanation: 'theo chỉ đạo',
          attempts: [],
          dissents: [],
          direction,
          delegationId: null,
          openDissents: [],
        } as never,
        { at: at(1), by: an.party, unit: 'so-a' },
      );
    expect(finished(directed).found(inForce)).toEqual([]);
  });
});
