import { expect, it } from '@jest/globals';
import { archive, complete } from '../../../../../test/fixtures/domain/commands.ts';
import { registerDossier } from '../../../../../test/fixtures/domain/dossier.ts';
import { judged } from '../../../../../test/fixtures/domain/judged.ts';
import { finishedBeforeArchive } from './finished-before-archive.ts';

it('R21 archives what is completed, once', () => {
  expect(finishedBeforeArchive(judged(archive, [registerDossier, complete]))).toBeNull();
  expect(finishedBeforeArchive(judged(archive, [registerDossier]))?.code).toBe('dossier.not-completed');
  expect(finishedBeforeArchive(judged(archive, [registerDossier, complete, archive]))?.code).toBe('dossier.archived');
});
