import { expect, it } from '@jest/globals';
import { registerDossier } from '../../../../../test/fixtures/domain/dossier.ts';
import { secretReference } from './secret-reference.ts';

it('R21 wants the opaque reference of a secret dossier', () => {
  const secret = { ...registerDossier, secrecy: 'secret' as const, subject: null };
  expect(secretReference({ command: secret })?.code).toBe('secrecy.reference-missing');
  expect(secretReference({ command: { ...secret, secretReference: 'M-07' } })).toBeNull();
});

it('R21 refuses one where nothing is secret', () => {
  expect(secretReference({ command: { ...registerDossier, secretReference: 'M-07' } })?.code).toBe(
    'secrecy.reference-needless',
  );
  expect(secretReference({ command: registerDossier })).toBeNull();
});
