import { expect, it } from '@jest/globals';
import { at, CaseLedger, endOf } from '../../../../../test/fixtures/domain/case-ledger.ts';
import { person } from '../../../../../test/fixtures/domain/case-reference.ts';

const head = { by: person('head-so-a'), unit: 'so-a' };
const inForce = { duties: ['R33'] };

const laidDown = (steps: readonly string[], when = at(0), ledger = new CaseLedger(), id = 'p'): CaseLedger =>
  ledger.tell(
    `office-${id}`,
    'procedure.laid-down',
    { procedureId: id, unit: 'so-a', procedure: 'giao đất', steps },
    { at: when, ...head },
  );
const given = (ledger: CaseLedger, step: string, when: string, procedure = 'giao đất'): CaseLedger =>
  ledger.tell(
    `office-${step}-${procedure}`,
    'step.assigned',
    { stepId: step, unit: 'so-a', procedure, step, officer: 'of-so-a', from: when, to: null },
    { at: when, ...head },
  );

it('R33 a laid-down step that nobody was ever given is a question to the head alone, after ten working days', () => {
  const open = given(laidDown(['nhận', 'thẩm định']), 'nhận', at(1));
  expect(open.found(inForce, endOf(14))).toEqual([]);
  const [only, another] = open.candidates(inForce, at(15));
  expect(another).toBeUndefined();
  expect(only).toMatchObject({ kind: 'unassigned-step', head: 'head-so-a', performer: { kind: 'unknown' } });
  expect(only?.facts).toMatchObject({ procedure: 'giao đất', steps: 1 });
  expect(open.found({ duties: ['R99'] })).toEqual([]);
  expect(given(laidDown(['nhận']), 'nhận', at(1), 'thu hồi đất').found(inForce)).toHaveLength(1);
});

it('R33 is none where every step was given to somebody, also late, or where the procedure was laid down anew', () => {
  const all = given(given(laidDown(['nhận', 'thẩm định']), 'nhận', at(1)), 'thẩm định', at(40));
  expect(all.found(inForce)).toEqual([]);
  const anew = laidDown(['nhận'], at(20), laidDown(['nhận', 'thẩm định']), 'p2');
  expect(given(anew, 'nhận', at(21)).found(inForce)).toEqual([]);
});
