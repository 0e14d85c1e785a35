import { expect, it } from '@jest/globals';
import { assign, handOff } from '../../../../../test/fixtures/domain/commands.ts';
import { registerDossier } from '../../../../../test/fixtures/domain/dossier.ts';
import { judged } from '../../../../../test/fixtures/domain/judged.ts';
import { actor } from '../../../../../test/fixtures/domain/organisation.ts';
import { competentToDirect } from './competent-to-direct.ts';

const directedBy = (...who: Parameters<typeof actor>) =>
  competentToDirect(judged({ ...assign, actor: actor(...who) }, [registerDossier]))?.code;

it('R33 lets the holder, who speaks for the unit, and who speaks for a unit above direct', () => {
  expect(directedBy('member', 'sxd')).toBeUndefined();
  expect(directedBy('deputy', 'sxd', 'for-head')).toBeUndefined();
  expect(directedBy('chair', 'ubnd')).toBeUndefined();
  expect(directedBy('chief', 'ubnd', 'by-order')).toBeUndefined();
});

it('R33 lets no colleague, neighbour or subordinate unit direct', () => {
  expect(directedBy('colleague', 'sxd')).toBe('dossier.not-competent');
  expect(directedBy('financier', 'stc')).toBe('dossier.not-competent');
  expect(directedBy('planner', 'sxd-qh')).toBe('dossier.not-competent');
});

it('R33 follows the dossier: who handed it on directs it no longer', () => {
  const after = judged({ ...assign, actor: actor('head', 'sxd') }, [registerDossier, handOff]);
  expect(competentToDirect(after)?.code).toBe('dossier.not-competent');
});
