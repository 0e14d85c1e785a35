import type { WorkingCalendar } from '../calendar/working-calendar.ts';
import type { ObligationId } from '../kernel/citation.ts';
import type { Instant, Party, UnitId } from '../kernel/event.ts';
import type { Reference } from '../reference.ts';
import type { RuleInForce } from '../rulebook/rulebook.ts';
import type { CandidateKind, Mitigation } from './candidate.ts';
import type { CaseFact, History, SubjectCategory, World } from './history.ts';

/** What a detector is asked: this history, among all others given, as of a moment. */
export type Question = {
  readonly history: History;
  readonly world: World;
  readonly reference: Reference;
  readonly asOf: Instant;
};

/** Who may be shown as concerned: handling officer and head; one of them alone; the unit alone, where nobody is known to have been competent. */
export type Lines = 'performer-and-head' | 'performer-only' | 'head-only' | 'unit-only';

/** What a detector found, before it is told who headed the unit and what speaks in the person's favour. */
export type Finding = {
  readonly kind: CandidateKind;
  readonly incident: string;
  /** Never empty: without a rule in force there is no finding. */
  readonly rules: readonly RuleInForce[];
  readonly calendar: WorkingCalendar | null;
  readonly subject: string;
  /** The moment of the act, or at which a limit was passed: rule, calendar and head are those of this moment. */
  readonly at: Instant;
  /** Since when the duty rested on the unit; `at` for an act of one moment. */
  readonly since: Instant;
  readonly unit: UnitId;
  readonly performer: Party;
  readonly lines: Lines;
  readonly facts: Readonly<Record<string, string | number>>;
  readonly evidence: readonly CaseFact[];
  readonly mitigations: readonly Mitigation[];
};

/** A limit that the rule may set and the detector has a default for. */
export type Threshold = { readonly parameter: string; readonly byDefault: number; readonly unit: string };

export type Detector = {
  readonly kind: CandidateKind;
  /** The duties that ground it; the first that binds is cited first. */
  readonly obligations: readonly ObligationId[];
  readonly category: SubjectCategory;
  readonly threshold: Threshold | null;
  /** It only carries a named person's finding on; the machine judges nothing. */
  readonly humanFinding: boolean;
  readonly detect: (question: Question) => readonly Finding[];
};

/** The rules among these duties that bind the unit at the moment, in the order of the duties; none where no duty binds. */
export const rulesBinding = (
  { reference }: Question,
  obligations: readonly ObligationId[],
  unit: UnitId | null,
  at: Instant,
): readonly RuleInForce[] => {
  if (unit === null) return [];
  const inForce = reference.rulebook.inForce(unit, at);
  return obligations.flatMap((id) => inForce.find(({ citation }) => citation.obligation === id) ?? []);
};

export const limitOf = (rules: readonly RuleInForce[], { parameter, byDefault }: Threshold): number => {
  for (const { parameters } of rules) {
    const value = parameters[parameter];
    if (typeof value === 'number') return value;
  }
  return byDefault;
};

type Draft = Pick<Finding, 'incident' | 'at' | 'performer' | 'facts' | 'evidence'> &
  Partial<Pick<Finding, 'since' | 'calendar' | 'lines' | 'mitigations'>> & { readonly unit: UnitId | null };

/**
 * The finding, when a rule of the detector's duties bound the unit at that moment; else nothing. Of a unit that
 * had been dissolved by then nothing is asked: its duties were no longer its own.
 */
export const found = (
  { kind, obligations }: Pick<Detector, 'kind' | 'obligations'>,
  question: Question,
  draft: Draft,
): readonly Finding[] => {
  const { unit, at } = draft;
  const rules = rulesBinding(question, obligations, unit, at);
  const dissolved = unit !== null && question.reference.organisation.standingOf(unit, at) === 'dissolved';
  if (unit === null || dissolved || rules.length === 0) return [];
  const rest = { since: at, calendar: null, lines: 'performer-and-head', mitigations: [] } as const;
  return [{ ...rest, ...draft, kind, unit, rules, subject: question.history.stream }];
};

/** Names an incident after the event that makes it. */
export const incidentOf = ({ stream, revision }: Pick<CaseFact, 'stream' | 'revision'>, part = 'act'): string =>
  `${stream}:${String(revision)}:${part}`;

export const unknownParty: Party = { kind: 'unknown' };

/** Only officers the ledger knows are persons; accounts and the unknown never are (handbook, Fairness 7). */
export const personOf = (reference: Reference, party: Party): Party =>
  party.kind === 'officer' && reference.organisation.knowsOfficer(party.id) ? party : unknownParty;

export const decimal = (events: readonly CaseFact[]): readonly string[] =>
  [...new Set(events.map(({ position }) => position))].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0)).map(String);
