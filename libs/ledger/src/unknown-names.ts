import type { Reference } from '#domain/reference.ts';

/** What questions call the units and officers they ask about, at every address and on every command line alike. */
const kinds: Readonly<Record<string, 'unit' | 'officer'>> = {
  unit: 'unit',
  waitingOn: 'unit',
  requester: 'unit',
  responder: 'unit',
  lead: 'unit',
  assigner: 'unit',
  submitter: 'unit',
  receiver: 'unit',
  sender: 'unit',
  to: 'unit',
  issuer: 'unit',
  executor: 'unit',
  officer: 'officer',
  responsible: 'officer',
};
/** Anything else under these names is no id: a moment, or a fault that others report. */
const idForm = /^[A-Za-z0-9][A-Za-z0-9._~-]{0,79}$/;

export type UnknownName = { readonly name: string; readonly kind: 'unit' | 'officer'; readonly id: string };

/** Does the question name anybody at all? */
export const namesSomebody = (asked: object): boolean => named(asked).length > 0;

/** The units and officers named in a question that the ledger has never heard of. */
export const unknownNames = (
  asked: object,
  { organisation }: Pick<Reference, 'organisation'>,
): readonly UnknownName[] =>
  named(asked).filter(({ kind, id }) =>
    kind === 'unit' ? organisation.unit(id) === null : !organisation.knowsOfficer(id),
  );

const named = (asked: object): readonly UnknownName[] =>
  Object.entries(asked).flatMap(([name, id]: [string, unknown]) => {
    const kind = Object.hasOwn(kinds, name) ? kinds[name] : undefined;
    return kind !== undefined && typeof id === 'string' && idForm.test(id) ? [{ name, kind, id }] : [];
  });
