import { describe, expect, it } from '@jest/globals';
import type { EscalationGround } from '#domain/submission/events.ts';
import { at, CaseLedger, holder } from '../../../../../test/fixtures/domain/case-ledger.ts';

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

const pushedUp = (ledger = new CaseLedger().registered('x', an, at(0))): CaseLedger =>
  ledger.moved('dossier.submitted', 'x', [an, top], at(1));
const tried = (): CaseLedger =>
  new CaseLedger()
    .registered('x', an, at(0))
    .tell(
      'dossier-x',
      'coordination.attempted',
      { attemptId: 'p', units: ['so-b'], topic: 'quy hoạch', heldAt: at(0, 10), result: 'not-agreed', document: null },
      { at: at(0, 10), by: an.party, unit: 'so-a' },
    )
    .tell(
      'dossier-x',
      'dissent.recorded',
      { dissentId: 'd', unit: 'so-b', content: 'không', grounds: null },
      { at: at(0, 11), by: an.party, unit: 'so-a' },
    );
const inForce = { duties: ['R02', 'R07'] };

describe('R07 the ground of a submission', () => {
  it('R07 "no consensus" without an attempt and a dissent on file is a candidate, with them it is none', () => {
    expect(stated(pushedUp(), 'no-consensus').found(inForce)).toEqual([
      'unsupported-escalation so-a of-so-a head-so-a',
    ]);
    expect(stated(pushedUp(tried()), 'no-consensus').found(inForce)).toEqual([]);
  });

  it('R07 "beyond authority" is one only where the matrix says the contrary', () => {
    expect(stated(pushedUp(), 'beyond-authority').found(inForce)).toHaveLength(1);
    expect(stated(pushedUp(), 'beyond-authority').found({ ...inForce, decides: 'ubnd' })).toEqual([]);
    expect(stated(pushedUp(), 'beyond-authority').found({ ...inForce, decides: null })).toEqual([]);
  });

  it('R07 is none where it does not bind', () => {
    expect(stated(pushedUp(), 'no-consensus').found({ duties: ['R02'] })).toEqual([]);
  });
});
