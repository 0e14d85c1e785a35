import { expect, it } from '@jest/globals';
import type { ReferenceEvent } from '#domain/reference.ts';
import { registerDossier } from '../../../../../test/fixtures/domain/dossier.ts';
import { founded } from '../../../../../test/fixtures/domain/organisation.ts';
import { ground, submitted, upward, type StreamScenario } from '../../../../../test/fixtures/domain/submission.ts';
import type { EscalatingMove } from '../commands.ts';
import { groundForCentre } from './ground-for-centre.ts';

const unit = (unitId: string, unitKind: 'other' | 'province-committee', parent: string | null): ReferenceEvent => ({
  type: 'unit.established',
  version: 1,
  data: { unitId, name: unitId, unitKind, parent, validFrom: founded, basis: null },
});
const more = [unit('chinh-phu', 'other', null), unit('ubnd', 'province-committee', 'chinh-phu')];
const bound: Partial<StreamScenario> = { duties: { R03: {} }, authority: { ubnd: 'decide' }, more };
const toCentre: EscalatingMove = { ...upward, to: { party: { kind: 'unknown' }, unit: 'chinh-phu' } };
const asked = (command: EscalatingMove, changes: Partial<StreamScenario> = bound) =>
  groundForCentre(submitted(command, [registerDossier], changes));

it('R03 asks a department that turns to the Government with a matter of the province for the obstacle', () => {
  expect(asked(toCentre)).toEqual({
    code: 'escalation.ground-missing',
    facts: { unit: 'ubnd', matterKind: 'planning', obligation: 'R03', instrument: 'letter', clause: '§1' },
  });
  expect(asked({ ...toCentre, ground: ground() })).toBeNull();
});

it.each([
  ['nothing such binds it', toCentre, { ...bound, duties: { R02: {} } }],
  ['the matrix is silent', toCentre, { ...bound, authority: {} }],
  ['the province may only advise', toCentre, { ...bound, authority: { ubnd: 'advise', 'chinh-phu': 'decide' } }],
  ['it turns to its own committee', upward, bound],
] as const)('R03 asks nobody where %s', (_, command, changes) => {
  expect(asked(command, changes)).toBeNull();
});
