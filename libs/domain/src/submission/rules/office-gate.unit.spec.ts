import { expect, it } from '@jest/globals';
import { registerDossier } from '../../../../../test/fixtures/domain/dossier.ts';
import { handOff } from '../../../../../test/fixtures/domain/commands.ts';
import { nobody, officer } from '../../../../../test/fixtures/domain/organisation.ts';
import { check, forward, submitted, toOffice, upward } from '../../../../../test/fixtures/domain/submission.ts';
import { officeGate } from './office-gate.ts';

it('R22 is the gate of what was submitted to the Office', () => {
  expect(officeGate(submitted(check, [registerDossier, toOffice]))).toBeNull();
  const inside = { ...handOff, actor: check.actor, at: check.at, to: { party: nobody, unit: 'vp' }, dueAt: null };
  expect(officeGate(submitted(forward, [registerDossier, toOffice, inside]))).toBeNull();
});

it('R22 is none for what was handed to the Office, or submitted past it', () => {
  const handed = { ...handOff, to: { party: officer('chief'), unit: 'vp' } };
  expect(officeGate(submitted(check, [registerDossier, handed]))?.code).toBe('submission.not-at-gate');
  expect(officeGate(submitted(check, [registerDossier, upward]))?.code).toBe('submission.not-at-gate');
  expect(officeGate(submitted(check, [registerDossier, toOffice, check, forward]))?.code).toBe(
    'submission.not-at-gate',
  );
});
