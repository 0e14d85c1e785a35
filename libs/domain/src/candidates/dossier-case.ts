import type { DossierRegistered, Holder } from '../dossier/events.ts';
import type { Instant, Party, UnitId } from '../kernel/event.ts';
import type { CaseFact, FactOf, History } from './history.ts';

/** One time of holding, [began, ended). */
export type Hold = {
  readonly holder: Holder;
  readonly began: Instant;
  readonly ended: Instant | null;
  readonly beganBy: CaseFact;
  readonly endedBy: CaseFact | null;
  /** How often the dossier had been reopened when it began. */
  readonly term: number;
};

/** Between registration or reopening and completion there is one deadline; its present value, corrections included. */
export type DossierTerm = { readonly deadline: Instant | null; readonly completed: FactOf<'dossier.completed'> | null };

export type DossierCase = {
  readonly dossierId: string;
  readonly stream: string;
  readonly dossierType: string;
  readonly urgency: DossierRegistered['data']['urgency'];
  readonly holds: readonly Hold[];
  readonly terms: readonly DossierTerm[];
  /** In the order recorded, without those that a correction marked as wrong entries. */
  readonly events: readonly CaseFact[];
};

const later = (one: Instant, other: Instant): Instant => (one > other ? one : other);

const holderAfter = (event: CaseFact): Holder | null => {
  switch (event.type) {
    case 'dossier.registered':
    case 'dossier.reopened':
      return event.data.holder;
    case 'dossier.handed-off':
    case 'dossier.returned':
    case 'dossier.submitted':
      return event.data.to;
    default:
      return null;
  }
};

const ends = (event: CaseFact): boolean => event.type === 'dossier.completed' || event.type === 'dossier.archived';

const closed = (hold: Hold, event: CaseFact): Hold =>
  hold.ended === null ? { ...hold, ended: later(hold.began, event.occurredAt), endedBy: event } : hold;

/** By a move that was marked as a wrong entry nobody is known to have held it. */
const nobodyKnown: Holder = { party: { kind: 'unknown' }, unit: null };

const knownHolderAfter = (event: CaseFact, wrong: ReadonlySet<string>): Holder | null => {
  const holder = holderAfter(event);
  return holder !== null && wrong.has(event.id) ? nobodyKnown : holder;
};

/** Custody moves forward: an act claimed to lie before the last move counts from that move. */
const holdsOf = (events: readonly CaseFact[], wrong: ReadonlySet<string>): readonly Hold[] => {
  const holds: Hold[] = [];
  let term = 0;
  for (const event of events) {
    const holder = knownHolderAfter(event, wrong);
    if (holder === null && !ends(event)) continue;
    const open = holds.pop();
    const before = open && closed(open, event);
    if (before) holds.push(before);
    if (event.type === 'dossier.reopened') term += 1;
    const began = later(before?.ended ?? event.occurredAt, event.occurredAt);
    if (holder !== null) holds.push({ holder, began, ended: null, beganBy: event, endedBy: null, term });
  }
  return holds;
};

/** Events that a correction marked as wrong; a correction marked as wrong itself marks nothing. */
const wrongEntries = (events: readonly CaseFact[]): ReadonlySet<string> => {
  const wrong = new Set<string>();
  for (const event of events.toReversed()) {
    if (event.type !== 'dossier.corrected' || wrong.has(event.id)) continue;
    if (Object.keys(event.data.changes).length === 0) wrong.add(event.data.correctsEventId);
  }
  return wrong;
};

const termsOf = (events: readonly CaseFact[], wrong: ReadonlySet<string>): readonly DossierTerm[] => {
  const terms: DossierTerm[] = [];
  const change = (part: Partial<DossierTerm>): void => {
    const last = terms.at(-1);
    if (last) terms[terms.length - 1] = { ...last, ...part };
  };
  for (const event of events) {
    if (event.type === 'dossier.registered' || event.type === 'dossier.reopened')
      terms.push({ deadline: event.data.deadline, completed: null });
    if (event.type === 'dossier.completed') change({ completed: event });
    if (event.type === 'dossier.corrected' && event.data.changes.deadline !== undefined && !wrong.has(event.id))
      change({ deadline: event.data.changes.deadline });
  }
  return terms;
};

/** Null when the stream is not that of a registered dossier. */
export const dossierCase = ({ stream, events }: History): DossierCase | null => {
  const first = events[0];
  if (first?.type !== 'dossier.registered') return null;
  let { dossierType, urgency } = first.data;
  const wrong = wrongEntries(events);
  for (const event of events) {
    if (event.type !== 'dossier.corrected' || wrong.has(event.id)) continue;
    dossierType = event.data.changes.dossierType ?? dossierType;
    urgency = event.data.changes.urgency ?? urgency;
  }
  return {
    dossierId: first.data.dossierId,
    stream,
    dossierType,
    urgency,
    holds: holdsOf(events, wrong),
    terms: termsOf(events, wrong),
    events: events.filter(({ id }) => !wrong.has(id)),
  };
};

export const holdAt = ({ holds }: DossierCase, at: Instant): Hold | null =>
  holds.findLast(({ began, ended }) => began <= at && (ended === null || at < ended)) ?? null;

/** In whose hands it was when that was done, also where the hands changed or it was finished at the same moment. */
export const holdOf = ({ holds }: DossierCase, { revision }: CaseFact): Hold | null =>
  holds.findLast(
    ({ beganBy, endedBy }) => beganBy.revision < revision && (endedBy === null || revision < endedBy.revision),
  ) ?? null;

/**
 * Who in the unit is asked about a time of holding: the holder, unless another officer was named responsible
 * meanwhile. Then it is not certain in whose hands it lay, and the unit's head alone can say.
 */
export const handlerOf = ({ events }: DossierCase, { holder, beganBy }: Hold, at: Instant): Party => {
  const named = events.findLast(
    (event): event is FactOf<'dossier.assigned'> =>
      event.type === 'dossier.assigned' && event.revision > beganBy.revision && event.occurredAt <= at,
  )?.data.responsible;
  const another = named?.kind === 'officer' && holder.party.kind === 'officer' && named.id !== holder.party.id;
  return another ? { kind: 'unknown' } : holder.party;
};

/** All holding too long in one hand is one incident, by whichever limit it shows (handbook, Fairness 4). */
export const holdingIncident = ({ beganBy }: Hold): string => `${beganBy.stream}:${String(beganBy.revision)}:holding`;

/** Moves between two known units. */
export const betweenUnits = (
  event: CaseFact,
): event is FactOf<'dossier.handed-off'> | FactOf<'dossier.returned'> | FactOf<'dossier.submitted'> => {
  if (event.type !== 'dossier.handed-off' && event.type !== 'dossier.returned' && event.type !== 'dossier.submitted')
    return false;
  const { from, to } = event.data;
  return from !== null && from.unit !== null && to.unit !== null && from.unit !== to.unit;
};

export const unitsOfMove = (
  event: FactOf<'dossier.handed-off'> | FactOf<'dossier.returned'> | FactOf<'dossier.submitted'>,
): { readonly from: UnitId; readonly to: UnitId } => ({
  from: event.data.from?.unit ?? '',
  to: event.data.to.unit ?? '',
});
