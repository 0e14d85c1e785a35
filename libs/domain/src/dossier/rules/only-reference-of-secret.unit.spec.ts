import { expect, it } from '@jest/globals';
import { registerDossier } from '../../../../../test/fixtures/domain/dossier.ts';
import { initial, type DossierState } from '../evolve.ts';
import { onlyReferenceOfSecret } from './only-reference-of-secret.ts';

const { type: _type, at, actor: _actor, dossierId, holder, ...registration } = registerDossier;

const open: DossierState = {
  status: 'open',
  dossierId,
  registration: { ...registration, dossierId, holder },
  current: registration,
  assignment: null,
  decision: null,
  formerUnits: [],
  withdrawnEventIds: [],
  custody: {
    holder,
    since: at,
    receiptConfirmed: false,
    move: { by: 'register', actor: holder.party, at },
  },
};
const secret: DossierState = {
  ...open,
  current: { ...registration, subject: null, secrecy: 'secret', secretReference: 'M-07' },
};
const document = { number: '5', symbol: 'CV', issuedOn: null, title: null };

it.each([
  ['subject', { subject: 'Kho' }],
  ['questions.1.text', { subject: 'M-07', questions: [{ text: 'M-07' }, { text: 'Kho ở đâu' }] }],
  ['title', { title: 'Kho', product: 'M-07' }],
  ['product', { title: 'M-07', product: 'Báo cáo về kho' }],
  ['product.title', { product: { ...document, title: 'Kho' } }],
  ['content', { content: 'Kho' }],
  ['document.title', { document: { ...document, title: 'Kho' } }],
])('R59 refuses %s on a secret dossier, and nothing on an open one', (field, act) => {
  expect(onlyReferenceOfSecret(act, secret)).toEqual({
    code: 'secrecy.subject-forbidden',
    facts: { field, secrecy: 'secret' },
  });
  expect(onlyReferenceOfSecret(act, open)).toBeNull();
  expect(onlyReferenceOfSecret(act, initial)).toBeNull();
});

it('R59 takes the opaque reference, and acts that name nothing', () => {
  expect(onlyReferenceOfSecret({ subject: 'M-07', questions: [{ text: 'M-07' }], document }, secret)).toBeNull();
  expect(onlyReferenceOfSecret({ title: 'M-07', product: 'M-07' }, secret)).toBeNull();
  expect(onlyReferenceOfSecret({ subject: { unit: 'a', officer: null } }, secret)).toBeNull();
  expect(onlyReferenceOfSecret({}, secret)).toBeNull();
});
