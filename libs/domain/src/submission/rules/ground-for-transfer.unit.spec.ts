import { expect, it } from '@jest/globals';
import { registerDossier } from '../../../../../test/fixtures/domain/dossier.ts';
import { nobody, officer, dissolved, hour } from '../../../../../test/fixtures/domain/organisation.ts';
import {
  ground,
  sideways,
  submitted,
  upward,
  type StreamScenario,
} from '../../../../../test/fixtures/domain/submission.ts';
import type { EscalatingMove } from '../commands.ts';
import { groundForTransfer } from './ground-for-transfer.ts';

const own: Partial<StreamScenario> = { duties: { R04: {} }, authority: { sxd: 'advise' } };
const asked = (command: EscalatingMove, changes: Partial<StreamScenario>) =>
  groundForTransfer(submitted(command, [registerDossier], changes));

it('R04 asks who hands a matter of its own to a peer for the ground', () => {
  expect(asked(sideways, own)).toMatchObject({
    code: 'transfer.ground-missing',
    facts: { unit: 'sxd', to: 'stc', obligation: 'R04' },
  });
  expect(asked(sideways, { ...own, authority: { sxd: 'decide' } })).not.toBeNull();
  expect(asked({ ...sideways, ground: ground() }, own)).toBeNull();
});

it.each([
  ['no such duty binds the unit', { ...own, duties: {} }],
  ['the matrix is silent', { ...own, authority: {} }],
  ['the matter is another unit’s: distributing it is normal work', { ...own, authority: { stc: 'decide' } }],
] as const)('R04 asks nobody where %s', (_, changes) => {
  expect(asked(sideways, changes)).toBeNull();
});

it.each([
  ['inside the unit', { party: officer('colleague'), unit: 'sxd' }],
  ['to a unit below', { party: nobody, unit: 'sxd-qh' }],
  ['to a unit above', { party: officer('chair'), unit: 'ubnd' }],
])('R04 takes a move %s for no sideways transfer', (_, to) => {
  expect(asked({ ...sideways, to } as EscalatingMove, own)).toBeNull();
});

it('R04 lets a dissolved unit’s matters go to its successor', () => {
  expect(asked(sideways, { ...own, more: [dissolved('sxd', hour(2), 'stc')] })).toBeNull();
});

it('R04 is not asked of a submission', () => {
  expect(asked(upward, own)).toBeNull();
});
