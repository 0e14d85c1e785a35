import type { DossierEvent } from './dossier/events.ts';
import type { OrganisationEvent } from './organisation/events.ts';

/** Every event the ledger can hold, in its newest version. */
export type DomainEvent = DossierEvent | OrganisationEvent;

/** Streams are named `<category>-<id>`; the category is the part before the first hyphen. */
export const streamOf = {
  dossier: (id: string): string => `dossier-${id}`,
  unit: (id: string): string => `unit-${id}`,
  officer: (id: string): string => `officer-${id}`,
  account: (id: string): string => `account-${id}`,
  delegation: (id: string): string => `delegation-${id}`,
};
