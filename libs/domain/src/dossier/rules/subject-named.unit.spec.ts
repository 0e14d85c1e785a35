import { expect, it } from '@jest/globals';
import { registerDossier } from '../../../../../test/fixtures/domain/dossier.ts';
import { subjectNamed } from './subject-named.ts';

it('R21 wants the subject of what is not secret', () => {
  expect(subjectNamed({ command: { ...registerDossier, subject: null } })?.code).toBe('registration.subject-missing');
  expect(subjectNamed({ command: registerDossier })).toBeNull();
  expect(subjectNamed({ command: { ...registerDossier, subject: null, secrecy: 'secret' } })).toBeNull();
});
