import type { ConsultationEvent } from './consultation/events.ts';
import type { DirectiveEvent } from './directive/events.ts';
import type { DossierEvent } from './dossier/events.ts';
import type { EvidenceEvent } from './evidence/events.ts';
import type { Circumstances } from './kernel/event.ts';
import type { OfficeEvent } from './office/events.ts';
import type { RecommendationEvent } from './recommendation/events.ts';
import type { ReferenceEvent } from './reference.ts';
import type { SubmissionEvent } from './submission/events.ts';
import type { TaskEvent } from './task/events.ts';

/** What stands in the stream of a dossier: its custody, and what is done about it on the way to a decision. */
export type DossierStreamEvent = DossierEvent | SubmissionEvent;

/** Told by the stream, which holds nothing else (streamOf). */
export const isDossierStreamEvent = <E extends { readonly type: string; readonly stream: string }>(
  event: E,
): event is E & Extract<E, DossierStreamEvent> => event.stream.startsWith('dossier-');

/** Every event the ledger can hold, in its newest version. */
export type DomainEvent =
  | DossierStreamEvent
  | ConsultationEvent
  | TaskEvent
  | DirectiveEvent
  | RecommendationEvent
  | OfficeEvent
  | EvidenceEvent
  | ReferenceEvent;

/** Streams are named `<category>-<id>`; the category is the part before the first hyphen. */
export const streamOf = {
  dossier: (id: string): string => `dossier-${id}`,
  unit: (id: string): string => `unit-${id}`,
  officer: (id: string): string => `officer-${id}`,
  account: (id: string): string => `account-${id}`,
  delegation: (id: string): string => `delegation-${id}`,
  calendar: (id: string): string => `calendar-${id}`,
  rulebook: (): string => 'rulebook-vn',
  authority: (id: string): string => `authority-${id}`,
  dissemination: (id: string): string => `dissemination-${id}`,
  consultation: (id: string): string => `consultation-${id}`,
  task: (id: string): string => `task-${id}`,
  directive: (id: string): string => `directive-${id}`,
  recommendation: (id: string): string => `recommendation-${id}`,
  office: (id: string): string => `office-${id}`,
  evidence: (): string => 'evidence-log',
  erasure: (eventId: string): string => `erasure-${eventId}`,
};

/** An event with its circumstances and its place: in its stream (`revision`) and in the ledger (`position`), both from 0. */
export type RecordedEvent = DomainEvent &
  Circumstances & {
    readonly id: string;
    readonly stream: string;
    readonly revision: number;
    readonly position: bigint;
  };
