import type { Circumstances } from './kernel/event.ts';
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

/** An event with its circumstances and its place: in its stream (`revision`) and in the ledger (`position`), both from 0. */
export type RecordedEvent = DomainEvent &
  Circumstances & {
    readonly id: string;
    readonly stream: string;
    readonly revision: number;
    readonly position: bigint;
  };
