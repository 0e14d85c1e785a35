import { expect, it } from '@jest/globals';
import { registerDossier } from '../../../../../test/fixtures/domain/dossier.ts';
import { officer } from '../../../../../test/fixtures/domain/organisation.ts';
import { forward, submitted, toOffice } from '../../../../../test/fixtures/domain/submission.ts';
import { forwardedOutside } from './forwarded-outside.ts';

it('R22 takes for forwarded only what leaves the Office', () => {
  expect(forwardedOutside(submitted(forward, [registerDossier, toOffice]))).toBeNull();
  const inside = { ...forward, to: { party: officer('chief'), unit: 'vp' } };
  expect(forwardedOutside(submitted(inside, [registerDossier, toOffice]))?.code).toBe('submission.forward-inside');
});
