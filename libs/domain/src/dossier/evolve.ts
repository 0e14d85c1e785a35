import type { Circumstances, DossierId, Instant, Party, UnitId } from '../kernel/event.ts';
import type {
  DossierAssigned,
  DossierCompleted,
  DossierCorrected,
  DossierDecided,
  DossierEvent,
  DossierRegistered,
  Holder,
} from './events.ts';

/** A dossier event with what the fold needs of its circumstances; every recorded dossier event is one. */
export type DossierFact = DossierEvent & Pick<Circumstances, 'occurredAt' | 'actor'>;

/** The latest move of custody, kept to recognise the same command sent again. */
export type LastMove = {
  readonly by: 'register' | 'hand-off' | 'return' | 'submit' | 'reopen';
  readonly actor: Party;
  readonly at: Instant;
};

/** Exactly one at any moment from registration to archive. After completion it says who keeps the papers. */
export type Custody = {
  readonly holder: Holder;
  readonly since: Instant;
  readonly receiptConfirmed: boolean;
  readonly move: LastMove;
};

type Registration = DossierRegistered['data'];

export type KnownDossier = {
  readonly dossierId: DossierId;
  /** As first registered; `current` has the corrections applied. */
  readonly registration: Registration;
  readonly current: Omit<Registration, 'dossierId' | 'holder'>;
  readonly assignment: DossierAssigned['data'] | null;
  /** The latest decision while the dossier has not moved since. */
  readonly decision: (DossierDecided['data'] & { readonly at: Instant }) | null;
  /** Units that held the dossier before its present holder got it, each once. */
  readonly formerUnits: readonly UnitId[];
  /** Events marked wrong without new values. */
  readonly withdrawnEventIds: readonly string[];
};

export type OpenDossier = KnownDossier & { readonly status: 'open'; readonly custody: Custody };
export type CompletedDossier = KnownDossier & {
  readonly status: 'completed';
  readonly custody: Custody;
  readonly closedAt: Instant;
  readonly completion: Pick<DossierCompleted['data'], 'product' | 'outcome'>;
};
export type ArchivedDossier = KnownDossier & {
  readonly status: 'archived';
  readonly closedAt: Instant;
  readonly lastHolder: Holder;
  readonly archive: { readonly fileCode: string; readonly retention: string };
};
export type RegisteredDossier = OpenDossier | CompletedDossier | ArchivedDossier;
export type DossierState = { readonly status: 'unregistered' } | RegisteredDossier;

export const initial: DossierState = { status: 'unregistered' };

/** Who answers for a dossier's papers: its holder, or the last one when it lies in the archive. */
export const keeperOf = (dossier: RegisteredDossier): Holder =>
  dossier.status === 'archived' ? dossier.lastHolder : dossier.custody.holder;

const impossible = (state: DossierState, event: DossierEvent): Error =>
  new Error(`impossible history: ${event.type} on a dossier that is ${state.status}`);

const registered = (event: DossierRegistered & DossierFact): OpenDossier => {
  const { dossierId, holder, ...current } = event.data;
  return {
    status: 'open',
    dossierId,
    registration: event.data,
    current,
    assignment: null,
    decision: null,
    formerUnits: [],
    withdrawnEventIds: [],
    custody: custodyOf(holder, event, 'register'),
  };
};

const custodyOf = (holder: Holder, event: DossierFact, by: LastMove['by']): Custody => ({
  holder,
  since: event.occurredAt,
  receiptConfirmed: false,
  move: { by, actor: event.actor, at: event.occurredAt },
});

const knownPart = (dossier: RegisteredDossier): KnownDossier => ({
  dossierId: dossier.dossierId,
  registration: dossier.registration,
  current: dossier.current,
  assignment: dossier.assignment,
  decision: dossier.decision,
  formerUnits: dossier.formerUnits,
  withdrawnEventIds: dossier.withdrawnEventIds,
});

const handedTo = (dossier: RegisteredDossier, custody: Custody): OpenDossier => {
  const leaving = keeperOf(dossier).unit;
  return {
    ...knownPart(dossier),
    status: 'open',
    decision: null,
    formerUnits:
      leaving === null || dossier.formerUnits.includes(leaving)
        ? dossier.formerUnits
        : [...dossier.formerUnits, leaving],
    custody,
  };
};

const corrected = (dossier: RegisteredDossier, { data }: DossierCorrected): RegisteredDossier => ({
  ...dossier,
  current: { ...dossier.current, ...data.changes },
  withdrawnEventIds:
    Object.keys(data.changes).length === 0
      ? [...dossier.withdrawnEventIds, data.correctsEventId]
      : dossier.withdrawnEventIds,
});

const evolveOpen = (dossier: OpenDossier, event: DossierFact): RegisteredDossier => {
  switch (event.type) {
    case 'dossier.assigned':
      return { ...dossier, assignment: event.data };
    case 'dossier.handed-off':
      return handedTo(dossier, custodyOf(event.data.to, event, 'hand-off'));
    case 'dossier.returned':
      return handedTo(dossier, custodyOf(event.data.to, event, 'return'));
    case 'dossier.submitted':
      return handedTo(dossier, custodyOf(event.data.to, event, 'submit'));
    case 'dossier.receipt-confirmed':
      return { ...dossier, custody: { ...dossier.custody, receiptConfirmed: true } };
    case 'dossier.step-performed':
      return dossier;
    case 'dossier.decided':
      return { ...dossier, decision: { ...event.data, at: event.occurredAt } };
    case 'dossier.completed': {
      const { product, outcome } = event.data;
      return { ...dossier, status: 'completed', closedAt: event.occurredAt, completion: { product, outcome } };
    }
    case 'dossier.corrected':
      return corrected(dossier, event);
    case 'dossier.registered':
    case 'dossier.reopened':
    case 'dossier.archived':
      throw impossible(dossier, event);
  }
};

const evolveClosed = (dossier: CompletedDossier | ArchivedDossier, event: DossierFact): RegisteredDossier => {
  switch (event.type) {
    case 'dossier.corrected':
      return corrected(dossier, event);
    case 'dossier.reopened': {
      const open = handedTo(dossier, custodyOf(event.data.holder, event, 'reopen'));
      return { ...open, current: { ...open.current, deadline: event.data.deadline } };
    }
    case 'dossier.archived': {
      if (dossier.status === 'archived') throw impossible(dossier, event);
      const { fileCode, retention, holder } = event.data;
      return {
        ...knownPart(dossier),
        status: 'archived',
        closedAt: event.occurredAt,
        lastHolder: holder,
        archive: { fileCode, retention },
      };
    }
    case 'dossier.registered':
    case 'dossier.assigned':
    case 'dossier.handed-off':
    case 'dossier.receipt-confirmed':
    case 'dossier.returned':
    case 'dossier.step-performed':
    case 'dossier.submitted':
    case 'dossier.decided':
    case 'dossier.completed':
      throw impossible(dossier, event);
  }
};

/** Folds one fact into the state. Throws on a history that no decider can have written. */
export const evolve = (state: DossierState, event: DossierFact): DossierState => {
  if (state.status === 'unregistered') {
    if (event.type !== 'dossier.registered') throw impossible(state, event);
    return registered(event);
  }
  return state.status === 'open' ? evolveOpen(state, event) : evolveClosed(state, event);
};
