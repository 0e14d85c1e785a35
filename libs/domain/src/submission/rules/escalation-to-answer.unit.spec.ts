import { expect, it } from '@jest/globals';
import { registerDossier } from '../../../../../test/fixtures/domain/dossier.ts';
import {
  acceptIt,
  check,
  forward,
  ground,
  refuseIt,
  sideways,
  submitted,
  toOffice,
  upward,
} from '../../../../../test/fixtures/domain/submission.ts';
import type { DossierStreamCommand } from '../commands.ts';
import { escalationToAnswer } from './escalation-to-answer.ts';

const code = (...before: readonly DossierStreamCommand[]) =>
  escalationToAnswer(submitted(refuseIt, [registerDossier, ...before]))?.code;

it('R02 R04 answers what was submitted, forwarded by the Office, or handed over on a ground', () => {
  expect(code(upward)).toBeUndefined();
  expect(code(toOffice, check, forward)).toBeUndefined();
  expect(code({ ...sideways, ground: ground() })).toBeUndefined();
});

it('R06 leaves what was merely handed over to the ordinary return', () => {
  expect(code()).toBe('escalation.none-to-answer');
  expect(code(sideways)).toBe('escalation.none-to-answer');
});

it('R02 does not refuse afterwards what was accepted', () => {
  expect(code(upward, acceptIt)).toBe('escalation.none-to-answer');
});
