import { expect, it } from '@jest/globals';
import { registerDossier } from '../../../../../test/fixtures/domain/dossier.ts';
import { officer } from '../../../../../test/fixtures/domain/organisation.ts';
import {
  check,
  forward,
  ground,
  submitted,
  toOffice,
  upward,
  type StreamScenario,
} from '../../../../../test/fixtures/domain/submission.ts';
import type { EscalatingMove } from '../commands.ts';
import { groundForEscalation } from './ground-for-escalation.ts';

const own: Partial<StreamScenario> = { duties: { R02: {} }, authority: { sxd: 'decide' } };
const asked = (command: EscalatingMove, changes: Partial<StreamScenario>) =>
  groundForEscalation(submitted(command, [registerDossier], changes));

it('R02 asks who submits a matter it may decide itself for the ground, and names the clause', () => {
  expect(asked(upward, own)).toEqual({
    code: 'escalation.ground-missing',
    facts: { unit: 'sxd', matterKind: 'planning', obligation: 'R02', instrument: 'letter', clause: '§1' },
  });
  expect(asked({ ...upward, ground: ground() }, own)).toBeNull();
});

it.each([
  ['no such duty binds the unit', { ...own, duties: {} }],
  ['the matrix is silent', { ...own, authority: {} }],
  ['the unit may only advise', { ...own, authority: { sxd: 'advise', ubnd: 'decide' } }],
  ['another may decide', { ...own, authority: { ubnd: 'decide' } }],
] as const)('R02 asks nobody where %s', (_, changes) => {
  expect(asked(upward, changes)).toBeNull();
});

it.each(['R07', 'R03'])('%s asks likewise', (duty) => {
  expect(asked(upward, { ...own, duties: { [duty]: {} } })?.facts).toMatchObject({ obligation: duty });
});

it('R02 asks nobody inside a unit', () => {
  expect(asked({ ...upward, to: { party: officer('head'), unit: 'sxd' } }, own)).toBeNull();
});

it('R22 asks the Office for no ground of its own when it forwards', () => {
  const changes = { ...own, authority: { vp: 'decide' } } as const;
  const { type: _, ...move } = forward;
  const passedOn: EscalatingMove = { ...move, type: 'submit' };
  expect(groundForEscalation(submitted(passedOn, [registerDossier, toOffice, check], changes))).toBeNull();
});
