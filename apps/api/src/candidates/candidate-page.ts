import type { CandidatePage, CandidateView } from '#contracts/candidate-views.ts';
import type { Candidate } from '#domain/candidates/candidate.ts';
import type { Instant } from '#domain/kernel/event.ts';
import type { Reference } from '#domain/reference.ts';
import type { Whose } from '#read-models/case-event/queries.ts';
import { type Labels, Mentioned } from '#read-models/labels.ts';
import { encodeCursor, keyOf, limitOf, type PageRequest } from '#read-models/page/cursor.ts';
import type { ViewQueries } from '#read-models/queries.ts';
import { idOf } from '#read-models/party-key.ts';
import { candidateSlice, type CandidateSource } from './candidates-for.ts';
import { kindTexts, mitigationTexts } from './wording.ts';

export type PersonOrUnit = Exclude<Whose, 'everyone'>;

export type CandidatePageAsked = {
  readonly queries: CandidateSource & Pick<ViewQueries, 'names'>;
  readonly reference: Reference;
  readonly asOf: Instant;
  readonly whose: PersonOrUnit;
};

const lineOf = (whose: PersonOrUnit, { performer }: Candidate): CandidateView['line'] => {
  if ('unit' in whose) return 'unit';
  return performer.kind === 'officer' && performer.id === whose.officer ? 'performer' : 'head';
};

const viewOf = (candidate: Candidate, line: CandidateView['line'], labels: Labels): CandidateView => ({
  state: 'candidate',
  line,
  incident: candidate.incident,
  kind: candidate.kind,
  text: kindTexts[candidate.kind],
  rules: candidate.rules,
  calendar: candidate.calendar,
  subject: candidate.subject,
  at: candidate.at,
  unit: labels.unitOrNull(candidate.unit),
  performer: labels.party(candidate.performer.kind, idOf(candidate.performer)),
  head: candidate.head === null ? null : labels.party('officer', candidate.head),
  facts: candidate.facts,
  evidence: candidate.evidence,
  mitigations: candidate.mitigations.map((each) => ({ ...each, text: mitigationTexts[each.kind] })),
  recordedLate: candidate.recordedLate,
});

/**
 * Candidates of a person — as performer, and apart from that as head in office — or of a unit, each with what
 * speaks in the person's favour. Throws InvalidCursor, InvalidLimit.
 */
export const candidatePage = async (asked: CandidatePageAsked, request: PageRequest): Promise<CandidatePage> => {
  const limit = limitOf(request);
  const key = keyOf(request, ['text', 'text']);
  const [subject, incident] = key ?? [];
  const after = subject === undefined || incident === undefined ? null : { subject, incident };
  const { items, next } = await candidateSlice(asked, { after, limit });
  const mentioned = new Mentioned();
  for (const { performer, head, unit } of items)
    mentioned.party(performer.kind, idOf(performer)).party('officer', head).unit(unit);
  const labels = await asked.queries.names(mentioned);
  return {
    asOf: asked.asOf,
    items: items.map((candidate) => viewOf(candidate, lineOf(asked.whose, candidate), labels)),
    next: next === null ? null : encodeCursor([next.subject, next.incident]),
  };
};
