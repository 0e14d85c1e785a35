import { expect, it } from '@jest/globals';
import { archive, complete, handOff } from '../../../../../test/fixtures/domain/commands.ts';
import { registerDossier } from '../../../../../test/fixtures/domain/dossier.ts';
import { judged } from '../../../../../test/fixtures/domain/judged.ts';
import { stillOpen } from './still-open.ts';

it('R24 refuses work on what is completed or archived', () => {
  expect(stillOpen(judged(handOff, [registerDossier]))).toBeNull();
  expect(stillOpen(judged(handOff, [registerDossier, complete]))).toEqual({
    code: 'dossier.completed',
    facts: { dossier: 'hs-1' },
  });
  expect(stillOpen(judged(handOff, [registerDossier, complete, archive]))).toEqual({
    code: 'dossier.archived',
    facts: { dossier: 'hs-1', fileCode: 'QH-2025-01' },
  });
});
