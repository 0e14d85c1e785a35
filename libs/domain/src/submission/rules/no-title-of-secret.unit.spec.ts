import { expect, it } from '@jest/globals';
import { registerDossier } from '../../../../../test/fixtures/domain/dossier.ts';
import {
  apologise,
  coordinate,
  ground,
  object,
  review,
  sideways,
  submitted,
} from '../../../../../test/fixtures/domain/submission.ts';
import type { EscalatingMove, SubmissionCommand } from '../commands.ts';
import { noTitleOfSecret } from './no-title-of-secret.ts';

const secret = { ...registerDossier, secrecy: 'secret' as const, subject: null, secretReference: 'M-07' };
const titled = { number: '9', symbol: null, issuedOn: null, title: 'Kế hoạch' };
const code = (command: SubmissionCommand | EscalatingMove, registration = secret) =>
  noTitleOfSecret(submitted(command, [registration]))?.code;

it('R21 keeps no title of a document of a secret dossier', () => {
  const titles = [
    { ...apologise, document: titled },
    { ...coordinate, document: titled },
    { ...object, document: titled },
    { ...sideways, ground: ground({ ground: 'direction', direction: titled }) },
  ];
  expect(titles.map((command) => code(command))).toEqual(titles.map(() => 'secrecy.subject-forbidden'));
  expect(code({ ...apologise, document: { ...titled, title: null } })).toBeUndefined();
  expect([sideways, review].map((command) => code(command))).toEqual([undefined, undefined]);
  expect(code({ ...apologise, document: titled }, registerDossier as never)).toBeUndefined();
});
