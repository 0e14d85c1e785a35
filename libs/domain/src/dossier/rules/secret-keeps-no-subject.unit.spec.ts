import { expect, it } from '@jest/globals';
import {
  complete,
  correct,
  decideIt,
  handOff,
  noProduct,
  product,
} from '../../../../../test/fixtures/domain/commands.ts';
import { registerDossier } from '../../../../../test/fixtures/domain/dossier.ts';
import { secretKeepsNoSubject } from './secret-keeps-no-subject.ts';

it.each([
  ['subject', registerDossier],
  ['changes.subject', correct],
  ['document.title', { ...decideIt, document: product }],
  ['product.title', complete],
])('R21 refuses %s for a secret dossier', (field, command) => {
  expect(secretKeepsNoSubject(command, 'confidential')).toEqual({
    code: 'secrecy.subject-forbidden',
    facts: { field, secrecy: 'confidential' },
  });
  expect(secretKeepsNoSubject(command, 'none')).toBeNull();
});

it.each([
  { ...registerDossier, subject: null },
  { ...correct, changes: { number: '7' } },
  decideIt,
  { ...complete, product: { ...noProduct, number: '5' } },
  handOff,
])('R21 takes a $type that says no subject', (command) => {
  expect(secretKeepsNoSubject(command, 'top-secret')).toBeNull();
});
