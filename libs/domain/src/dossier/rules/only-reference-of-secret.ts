import { objection } from '../../kernel/rule.ts';
import type { DocumentReference } from '../events.ts';
import type { DossierState } from '../evolve.ts';

type Told = { readonly field: string; readonly text: string | null | undefined };

/** The fields in which acts on consultations, tasks and recommendations name their matter, as far as an act has them. */
export type AboutDossier = {
  readonly subject?: unknown;
  readonly title?: unknown;
  readonly content?: unknown;
  readonly product?: string | DocumentReference | null;
  readonly document?: DocumentReference | null;
  readonly questions?: readonly { readonly text: string }[];
};

const matterOf = ({ subject, title, content, product }: AboutDossier): readonly Told[] =>
  Object.entries({ subject, title, content, product }).map(([field, text]) => ({
    field,
    text: typeof text === 'string' ? text : null,
  }));

/** A document's title is a subject too (Decree 30/2020 art. 8: trích yếu). */
const titlesOf = ({ product, document }: AboutDossier): readonly Told[] => [
  { field: 'product.title', text: typeof product === 'string' ? null : product?.title },
  { field: 'document.title', text: document?.title },
];

const questionsOf = ({ questions = [] }: AboutDossier): readonly Told[] =>
  questions.map(({ text }, index) => ({ field: `questions.${String(index)}.text`, text }));

/** Handbook, Fairness 13: what is asked or ordered about a secret dossier names it by its opaque reference and says no more. */
export const onlyReferenceOfSecret = (act: AboutDossier, dossier: DossierState) => {
  if (dossier.status === 'unregistered') return null;
  const { secrecy, secretReference } = dossier.current;
  if (secrecy === 'none') return null;
  const told = [...matterOf(act), ...titlesOf(act), ...questionsOf(act)];
  const kept = told.find(({ text }) => text !== null && text !== undefined && text !== secretReference);
  return kept ? objection('secrecy.subject-forbidden', { field: kept.field, secrecy }) : null;
};
