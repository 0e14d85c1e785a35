import { expect, it } from '@jest/globals';
import { registerDossier } from '../../../../../test/fixtures/domain/dossier.ts';
import { delegated, hour } from '../../../../../test/fixtures/domain/organisation.ts';
import {
  coordinate,
  dissent,
  ground,
  noConsensus,
  submitted,
  upward,
  type StreamScenario,
} from '../../../../../test/fixtures/domain/submission.ts';
import type { StatedGround } from '../commands.ts';
import { supportedGround } from './supported-ground.ts';

const code = (stated: StatedGround | null, changes: Partial<StreamScenario> = {}) =>
  supportedGround(submitted({ ...upward, ground: stated }, [registerDossier, coordinate, dissent], changes))?.code;

it('R07 believes a ground that brings what it rests on', () => {
  expect(code(null)).toBeUndefined();
  expect(code(noConsensus)).toBeUndefined();
  expect(code(ground())).toBeUndefined();
  const direction = { number: '9', symbol: null, issuedOn: null, title: null };
  expect(code(ground({ ground: 'direction', direction }))).toBeUndefined();
});

it('R02 records a ground that the matrix contradicts: whether it holds is for people to find', () => {
  expect(code(ground(), { authority: { sxd: 'decide' } })).toBeUndefined();
});

it('R07 refuses a ground without its evidence', () => {
  expect(code({ ...noConsensus, attempts: [] })).toBe('ground.attempt-missing');
  expect(code(ground({ ground: 'direction' }))).toBe('ground.direction-missing');
  const empty = { number: null, symbol: null, issuedOn: '2025-07-01', title: null };
  expect(code(ground({ ground: 'direction', direction: empty }))).toBe('ground.direction-missing');
  expect(code(ground({ attempts: ['7'] }))).toBe('ground.evidence-unknown');
});

it('R05 takes a delegation in force at that moment, to the sender or the receiver', () => {
  const stated = ground({ ground: 'delegation', delegationId: 'head-member' });
  const more = [delegated('head', 'member', 'sxd')];
  expect(code(stated, { more })).toBeUndefined();
  expect(
    code(ground({ ground: 'delegation', delegationId: 'chair-chair' }), {
      more: [delegated('chair', 'chair', 'ubnd')],
    }),
  ).toBeUndefined();
  expect(code(stated)).toBe('ground.delegation-not-in-force');
  expect(code({ ...stated, delegationId: null }, { more })).toBe('ground.delegation-not-in-force');
  expect(code(stated, { more: [delegated('head', 'colleague', 'sxd')] })).toBe('ground.delegation-not-in-force');
  const late = submitted({ ...upward, at: hour(1500), ground: stated }, [registerDossier], { more });
  expect(supportedGround(late)?.code).toBe('ground.delegation-not-in-force');
});
