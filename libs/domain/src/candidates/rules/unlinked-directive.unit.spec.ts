import { expect, it } from '@jest/globals';
import { at, CaseLedger } from '../../../../../test/fixtures/domain/case-ledger.ts';
import { person, referenceOf } from '../../../../../test/fixtures/domain/case-reference.ts';
import { assigned } from '../../../../../test/fixtures/domain/case-task.ts';

const issued = (): CaseLedger =>
  new CaseLedger().tell(
    'directive-d',
    'directive.issued',
    {
      directiveId: 'd',
      issuer: 'ubnd',
      document: { number: '1', symbol: 'CT', issuedOn: null, title: null },
      duty: 'rà soát',
      recipients: [
        { unit: 'so-a', role: 'execute' },
        { unit: 'so-b', role: 'know' },
      ],
      reissueOf: null,
    },
    { at: at(0), by: person('head-ubnd'), unit: 'ubnd' },
  );
const confirmed = (ledger: CaseLedger, unit: string, when: string): CaseLedger =>
  ledger.tell(
    'directive-d',
    'directive.receipt-confirmed',
    { unit, arrivalNumber: '1', receivedAt: at(0) },
    { at: when, by: person(`of-${unit}`), unit },
  );

it('R28 a directive to be executed of which no task was opened is a question to the head', () => {
  const received = confirmed(confirmed(issued(), 'so-a', at(0)), 'so-b', at(0));
  expect(received.found({ duties: ['R28'] })).toEqual(['unlinked-directive so-a - head-so-a']);
  expect(received.found({ duties: ['R28'] }, at(10))).toEqual([]);
  expect(received.found({ duties: ['R99'] })).toEqual([]);
});

it('R28 is none once a task was opened, or before the directive arrived', () => {
  const received = confirmed(issued(), 'so-a', at(0));
  expect(assigned('t', { directiveId: 'd' }, received).found({ duties: ['R28'] })).toEqual([]);
  expect(issued().found({ duties: ['R28'] })).toEqual([]);
});

it('R28 is none once a unit below carries it out', () => {
  const division = {
    type: 'unit.established',
    version: 1,
    data: { unitId: 'phong-a', name: 'phong-a', unitKind: 'division', parent: 'so-a', validFrom: at(-90), basis: null },
  } as const;
  const received = confirmed(issued(), 'so-a', at(0));
  const task = (lead: string, coordinators: readonly string[] = []) =>
    assigned('t', { directiveId: 'd', lead, coordinators }, confirmed(issued(), 'so-a', at(0)));
  const below = referenceOf({ duties: ['R28'], more: [division] });
  expect(received.found(below)).toHaveLength(1);
  expect(task('phong-a').found(below)).toEqual([]);
  expect(task('so-b', ['phong-a']).found(below)).toEqual([]);
  expect(task('so-c').found(below)).toHaveLength(1);
});
