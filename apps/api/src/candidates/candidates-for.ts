import { candidatesOf } from '#domain/candidates/candidates-of.ts';
import type { Candidate } from '#domain/candidates/candidate.ts';
import type { History } from '#domain/candidates/history.ts';
import type { Instant } from '#domain/kernel/event.ts';
import type { Reference } from '#domain/reference.ts';
import { namedIn } from '#read-models/case-event/named-in.ts';
import type { Whose } from '#read-models/case-event/queries.ts';
import type { ViewQueries } from '#read-models/queries.ts';

export type CandidateSource = Pick<ViewQueries, 'caseStreams' | 'relatedStreams' | 'histories' | 'registers'>;

export type CandidatesFor = {
  readonly queries: CandidateSource;
  /** The ledger's own, or an altered one to see what another rulebook would have found. */
  readonly reference: Reference;
  readonly asOf: Instant;
  readonly whose: Whose;
};

/** The place after which a page goes on: subject and incident of its last candidate. */
export type CandidateKey = { readonly subject: string; readonly incident: string };

/** `next` null: everything has been looked through. */
export type CandidateSlice = { readonly items: readonly Candidate[]; readonly next: CandidateKey | null };

const batchSize = 100;
/** Comes after every incident of a subject. */
const lastIncident = '\uffff';

const namedBy = (histories: readonly History[]): Record<'officers' | 'units', readonly string[]> => {
  const officers = new Set<string>();
  const units = new Set<string>();
  for (const { events } of histories)
    for (const { actor, unit, data } of events) {
      const named = namedIn(data);
      for (const id of named.officers) officers.add(id);
      for (const id of named.units) units.add(id);
      if (actor.kind === 'officer') officers.add(actor.id);
      if (unit !== null) units.add(unit);
    }
  return { officers: [...officers], units: [...units] };
};

/** The candidates whose subject is one of the streams; what their incidents span is read along. */
const candidatesAbout = async (
  { queries, reference, asOf }: CandidatesFor,
  streams: readonly string[],
): Promise<readonly Candidate[]> => {
  const related = await queries.relatedStreams(streams);
  const histories = await queries.histories(related);
  const known = new Set(related);
  const registers = (await queries.registers(namedBy(histories))).filter((stream) => !known.has(stream));
  const all = [...histories, ...(await queries.histories(registers))];
  const asked = new Set(streams);
  return candidatesOf({ histories: all, reference, asOf }).filter(({ subject }) => asked.has(subject));
};

const concerns = (whose: Whose, { performer, head, unit }: Candidate): boolean => {
  if (whose === 'everyone') return true;
  if ('unit' in whose) return unit === whose.unit;
  return head === whose.officer || (performer.kind === 'officer' && performer.id === whose.officer);
};

const isAfter = ({ subject, incident }: Candidate, key: CandidateKey): boolean =>
  subject > key.subject || (subject === key.subject && incident > key.incident);

/** Batch by batch in the order of subject and incident, from after the key on; each with the key to go on from. */
async function* batches(asked: CandidatesFor, after: CandidateKey | null): AsyncGenerator<CandidateSlice> {
  // Without a binding no rule binds anybody, and without a rule there is no candidate.
  if (asked.reference.rulebook.bindings().length === 0) return;
  let key = after ?? { subject: '', incident: lastIncident };
  for (;;) {
    const from = key;
    const streams = await asked.queries.caseStreams(asked.whose, { from: from.subject, limit: batchSize });
    const last = streams.at(-1);
    if (last === undefined) return;
    const found = await candidatesAbout(asked, streams);
    const items = found.filter((candidate) => concerns(asked.whose, candidate) && isAfter(candidate, from));
    const next = streams.length < batchSize ? null : { subject: last, incident: lastIncident };
    yield { items, next };
    if (next === null) return;
    key = next;
  }
}

/** Every candidate, in the order of subject and incident. */
export async function* candidatesFor(asked: CandidatesFor): AsyncGenerator<Candidate> {
  for await (const { items } of batches(asked, null)) yield* items;
}

/** How many batches one page looks through at most, so that an answer takes a bounded time. */
const longestLook = 20;

/** One page; it may hold fewer than `limit` while `next` says that there is more to look through. */
export const candidateSlice = async (
  asked: CandidatesFor,
  { after, limit }: { readonly after: CandidateKey | null; readonly limit: number },
): Promise<CandidateSlice> => {
  const items: Candidate[] = [];
  let looks = 0;
  for await (const batch of batches(asked, after)) {
    items.push(...batch.items);
    looks += 1;
    if (items.length > limit) {
      const page = items.slice(0, limit);
      const last = page.at(-1);
      return { items: page, next: last ? { subject: last.subject, incident: last.incident } : null };
    }
    if (batch.next === null || looks === longestLook) return { items, next: batch.next };
  }
  return { items, next: null };
};
