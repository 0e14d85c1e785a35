import { expect, it } from '@jest/globals';
import { registerDossier } from '../../../../../test/fixtures/domain/dossier.ts';
import { coordinate, dissent, fail, resolve, submitted } from '../../../../../test/fixtures/domain/submission.ts';
import type { DossierStreamCommand } from '../commands.ts';
import { citedEvidenceExists, evidenceOfFailedConsensus } from './evidence-of-failed-consensus.ts';

const code = (evidence: object, ...before: readonly DossierStreamCommand[]) => {
  const { submission } = submitted(fail, [registerDossier, ...before]);
  return evidenceOfFailedConsensus({ attempts: ['1'], dissents: ['1'], ...evidence }, submission)?.code;
};

it('R07 takes an attempt that did not end in agreement, and a dissent still open', () => {
  expect(code({}, coordinate, dissent)).toBeUndefined();
  expect(code({}, { ...coordinate, result: 'partly' }, dissent)).toBeUndefined();
});

it('R07 is not satisfied with less', () => {
  expect(code({ attempts: [] }, coordinate, dissent)).toBe('ground.attempt-missing');
  expect(code({ dissents: [] }, coordinate, dissent)).toBe('ground.dissent-missing');
  expect(code({ attempts: ['2'] }, coordinate, dissent)).toBe('ground.evidence-unknown');
  expect(code({ dissents: ['x'] }, coordinate, dissent)).toBe('ground.evidence-unknown');
  expect(code({}, { ...coordinate, result: 'agreed' }, dissent)).toBe('ground.attempts-agreed');
  expect(code({}, coordinate, dissent, resolve)).toBe('ground.dissents-resolved');
});

it('R07 does not take a dissent for an attempt of the same number', () => {
  const { submission } = submitted(fail, [registerDossier, dissent]);
  expect(citedEvidenceExists({ attempts: ['1'], dissents: [] }, submission)?.facts).toEqual({ evidence: '1' });
});
