import { expect, it } from '@jest/globals';
import { registerDossier } from '../../../../../test/fixtures/domain/dossier.ts';
import { dissent, resolve, submitted } from '../../../../../test/fixtures/domain/submission.ts';
import { dissentStillOpen } from './dissent-still-open.ts';

it('R20 settles a dissent of this dossier, once', () => {
  expect(dissentStillOpen(submitted(resolve, [registerDossier, dissent]))).toBeNull();
  expect(dissentStillOpen(submitted(resolve, [registerDossier]))?.code).toBe('dissent.unknown');
  const again = { ...resolve, resolution: 'Khác' };
  expect(dissentStillOpen(submitted(again, [registerDossier, dissent, resolve]))?.code).toBe(
    'dissent.already-resolved',
  );
});
