import { expect, it } from '@jest/globals';
import { at, CaseLedger, holder } from '../../../../../test/fixtures/domain/case-ledger.ts';

const an = holder('of-so-a', 'so-a');

const decided = (
  provenance: { kind: 'entered' } | { kind: 'import'; importId: string; line: number; inferred: boolean },
) =>
  new CaseLedger()
    .registered('x', an, at(0))
    .tell(
      'dossier-x',
      'dossier.decided',
      { decision: 'approved', grounds: null, document: null },
      { at: at(5), by: an.party, unit: 'so-a', capacity: 'by-delegation', provenance },
    );
const delegation = (validTo: string) =>
  ({
    type: 'delegation.granted',
    version: 1,
    data: {
      delegationId: 'u',
      unitId: 'so-a',
      delegator: 'head-so-a',
      delegate: 'of-so-a',
      scope: '*',
      document: '1/UQ',
      validFrom: at(0),
      validTo,
    },
  }) as const;
const inForce = { duties: ['R09'] };

it('R09 acting on a delegation that was not in force is a candidate', () => {
  const entered = decided({ kind: 'entered' });
  expect(entered.found({ ...inForce, more: [delegation(at(4))] })).toEqual([
    'expired-delegation so-a of-so-a head-so-a',
  ]);
  expect(entered.found({ ...inForce, more: [delegation(at(6))] })).toEqual([]);
  expect(entered.found({ duties: ['R05'] })).toEqual([]);
});

it("R09 is not asked of another system's log", () => {
  expect(decided({ kind: 'import', importId: 'i', line: 1, inferred: false }).found(inForce)).toEqual([]);
});

it('R09 a revocation entered after the act stands beside the candidate in the person’s favour', () => {
  const revocation = {
    type: 'delegation.revoked',
    version: 1,
    data: { delegationId: 'u', revokedAt: at(4), reason: 'đổi người' },
  } as const;
  const entered = (recordedAt: string) => ({ ...revocation, recordedAt });
  const beside = (recordedAt: string) =>
    decided({ kind: 'entered' })
      .candidates({ ...inForce, more: [delegation(at(9)), entered(recordedAt)] })
      .map(({ mitigations }) => mitigations.map(({ kind }) => kind).filter((kind) => kind === 'revoked-afterwards'));
  expect(beside(at(8))).toEqual([['revoked-afterwards']]);
  expect(beside(at(4))).toEqual([[]]);
});
