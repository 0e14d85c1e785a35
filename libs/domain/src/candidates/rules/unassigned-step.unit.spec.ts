import { expect, it } from '@jest/globals';
import type { Party } from '#domain/kernel/event.ts';
import { at, CaseLedger, holder } from '../../../../../test/fixtures/domain/case-ledger.ts';
import { person } from '../../../../../test/fixtures/domain/case-reference.ts';

const an = holder('of-so-a', 'so-a');
const binh = holder('of-so-b', 'so-b');
const nobody: Party = { kind: 'unknown' };

const unnamed = (): CaseLedger =>
  new CaseLedger()
    .registered('x', an, at(0))
    .moved('dossier.handed-off', 'x', [an, { party: nobody, unit: 'so-b' }], at(0));
const inForce = { duties: ['R33'] };

it('R33 nobody named is a question to the head alone, never to staff', () => {
  expect(unnamed().found(inForce)).toEqual(['unassigned-step so-b - head-so-b']);
  expect(unnamed().found({ duties: ['R23'] })).toEqual([]);
});

it('R33 is none once a person is named in time', () => {
  const named = unnamed().tell(
    'dossier-x',
    'dossier.assigned',
    { leadUnit: 'so-b', coordinators: [], responsible: binh.party, step: null, dueAt: null, basis: null },
    { at: at(1), by: person('head-so-b'), unit: 'so-b' },
  );
  expect(named.found(inForce)).toEqual([]);
});
