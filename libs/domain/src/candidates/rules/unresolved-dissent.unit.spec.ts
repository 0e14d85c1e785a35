import { expect, it } from '@jest/globals';
import { at, CaseLedger, holder } from '../../../../../test/fixtures/domain/case-ledger.ts';

const an = holder('of-so-a', 'so-a');
const top = holder('of-ubnd', 'ubnd');

const told = { by: an.party, unit: 'so-a' };
const dissent = (): CaseLedger =>
  new CaseLedger()
    .registered('x', an, at(0))
    .tell(
      'dossier-x',
      'dissent.recorded',
      { dissentId: 'd', unit: 'so-b', content: 'không', grounds: null },
      { at: at(1), ...told },
    );
const submit = (ledger: CaseLedger): CaseLedger => ledger.moved('dossier.submitted', 'x', [an, top], at(3));
const inForce = { duties: ['R20'] };

it('R20 a submission with dissent open is a question to the submitter, never to who dissented', () => {
  expect(submit(dissent()).found(inForce)).toEqual(['unresolved-dissent so-a of-so-a head-so-a']);
  expect(submit(dissent()).found({ duties: ['R22'] })).toEqual([]);
});

it('R20 is none once the dissent is resolved, or after coordination was tried in vain', () => {
  const resolved = dissent().tell(
    'dossier-x',
    'dissent.resolved',
    { dissentId: 'd', unit: 'so-b', resolution: 'đã thống nhất' },
    { at: at(2), ...told },
  );
  expect(submit(resolved).found(inForce)).toEqual([]);
  const tried = dissent().tell(
    'dossier-x',
    'coordination.attempted',
    { attemptId: 'p', units: ['so-b'], topic: 'x', heldAt: at(2), result: 'not-agreed', document: null },
    { at: at(2), ...told },
  );
  expect(submit(tried).found(inForce)).toEqual([]);
});
