import { expect, it } from '@jest/globals';
import { registerDossier } from '../../../../../test/fixtures/domain/dossier.ts';
import { hour, officer } from '../../../../../test/fixtures/domain/organisation.ts';
import {
  coordinate,
  dissent,
  fail,
  noConsensus,
  resolve,
  submitted,
  upward,
} from '../../../../../test/fixtures/domain/submission.ts';
import type { DossierStreamCommand, EscalatingMove } from '../commands.ts';
import { consensusBeforeSubmission } from './consensus-before-submission.ts';

const full = { R20: { fullConsensus: true } };
const partial = { R20: { fullConsensus: false } };
const code = (command: EscalatingMove, before: readonly DossierStreamCommand[], duties: object = full) =>
  consensusBeforeSubmission(submitted(command, [registerDossier, ...before], { duties: duties as never }))?.code;
const grounded = { ...upward, ground: noConsensus };

it('R20 holds a submission back while a dissent is open, where the duty binds', () => {
  expect(code(upward, [coordinate, dissent])).toBe('submission.open-dissent');
  expect(code(upward, [coordinate, dissent], {})).toBeUndefined();
  expect(code(upward, [coordinate, dissent, resolve])).toBeUndefined();
  expect(code(upward, [])).toBeUndefined();
  expect(code({ ...upward, to: { party: officer('head'), unit: 'sxd' } }, [dissent])).toBeUndefined();
});

it('R20 R07 is no deadlock: under full consensus it passes once agreeing was found impossible, and on that ground alone', () => {
  expect(code(grounded, [coordinate, dissent])).toBe('submission.open-dissent');
  expect(code(upward, [coordinate, dissent, fail])).toBe('submission.open-dissent');
  expect(code(grounded, [coordinate, dissent, fail])).toBeUndefined();
});

it('R20 wants every open dissent tried, also one that came later', () => {
  const later = { ...dissent, at: hour(4), content: 'Chưa rõ quy mô' };
  expect(code(grounded, [coordinate, dissent, fail, later])).toBe('submission.open-dissent');
});

it('R20 R07 wants the ground alone where full consensus is not asked (directive 002 §1d)', () => {
  expect(code(grounded, [coordinate, dissent], partial)).toBeUndefined();
  expect(code(upward, [coordinate, dissent], partial)).toBe('submission.open-dissent');
});

it('R20 reads a rule without the parameter as full consensus', () => {
  expect(code(grounded, [coordinate, dissent], { R20: {} })).toBe('submission.open-dissent');
});
