import { expect, it } from '@jest/globals';
import { at, CaseLedger } from '../../../../../test/fixtures/domain/case-ledger.ts';
import { person } from '../../../../../test/fixtures/domain/case-reference.ts';

const refused = (): CaseLedger =>
  new CaseLedger()
    .tell(
      'office-p',
      'assignment.decided',
      {
        assignmentId: 'p',
        officer: 'of-so-a',
        unit: 'so-a',
        duty: 'tiếp dân',
        document: { number: '1', symbol: 'QĐ', issuedOn: null, title: null },
        effectiveFrom: at(1),
      },
      { at: at(0), by: person('head-so-a'), unit: 'so-a' },
    )
    .tell(
      'office-p',
      'assignment.refused',
      { assignmentId: 'p', officer: 'of-so-a', reason: 'không nhận' },
      { at: at(1), by: person('of-so-a'), unit: 'so-a' },
    );

it('R36 a refusal is a question to the person alone, and none once the assignment was accepted', () => {
  expect(refused().found({ duties: ['R36'] })).toEqual(['refused-assignment so-a of-so-a -']);
  expect(refused().found({ duties: ['R99'] })).toEqual([]);
  const accepted = refused().tell(
    'office-p',
    'assignment.accepted',
    { assignmentId: 'p', officer: 'of-so-a' },
    { at: at(2), by: person('of-so-a'), unit: 'so-a' },
  );
  expect(accepted.found({ duties: ['R36'] })).toEqual([]);
});
