import { expect, it } from '@jest/globals';
import { archive, complete, reopen } from '../../../../../test/fixtures/domain/commands.ts';
import { registerDossier } from '../../../../../test/fixtures/domain/dossier.ts';
import { judged } from '../../../../../test/fixtures/domain/judged.ts';
import { closedBeforeReopening } from './closed-before-reopening.ts';

it('R24 refuses to reopen what is open', () => {
  expect(closedBeforeReopening(judged(reopen, [registerDossier]))?.code).toBe('dossier.not-closed');
});

it('R24 reopens what is completed, and what is archived', () => {
  expect(closedBeforeReopening(judged(reopen, [registerDossier, complete]))).toBeNull();
  expect(closedBeforeReopening(judged(reopen, [registerDossier, complete, archive]))).toBeNull();
});
