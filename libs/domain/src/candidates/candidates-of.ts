import type { Instant, OfficerId, Party } from '../kernel/event.ts';
import type { Reference } from '../reference.ts';
import { dayMs, msOf } from '../time/instant.ts';
import type { Candidate, Mitigation } from './candidate.ts';
import { detectors } from './detectors.ts';
import { decimal, personOf, unknownParty, type Finding } from './finding.ts';
import { categoryOf, World, type History } from './history.ts';
import { actingPeriod, onLeave, reasonAccepted, writtenObjection } from './mitigations/personal.ts';
import {
  calendarUncertain,
  inherited,
  invalidRequest,
  obstacleReported,
  ruleNotDisseminated,
} from './mitigations/circumstances.ts';
import type { MitigationRule } from './mitigations/mitigation-rule.ts';
import { oneIncidentOneCandidate } from './one-incident.ts';

const mitigationRules: readonly MitigationRule[] = [
  onLeave,
  actingPeriod,
  writtenObjection,
  ruleNotDisseminated,
  inherited,
  reasonAccepted,
  obstacleReported,
  invalidRequest,
  calendarUncertain,
];

export type CandidatesAsked = {
  /** Whole streams; whatever an incident spans MUST be among them (parent tasks, consultations of a dossier, office records about it). */
  readonly histories: readonly History[];
  readonly reference: Reference;
  /** What is claimed to have happened later is left out. */
  readonly asOf: Instant;
};

/**
 * Signal candidates: questions to people, never verdicts. A pure function of the events: it stores nothing,
 * so the same events give the same candidates whenever and wherever it is asked, in whatever order the
 * streams come (decision 0073). In the order of subject, moment and incident.
 */
export const candidatesOf = ({ histories, reference, asOf }: CandidatesAsked): readonly Candidate[] => {
  const world = new World(histories, asOf);
  const findings = world.histories.flatMap((history) =>
    detectors
      .filter(({ category }) => category === categoryOf(history.stream))
      .flatMap(({ detect }) => detect({ history, world, reference, asOf })),
  );
  const gravestFirst = detectors.map(({ kind }) => kind);
  return oneIncidentOneCandidate(findings, gravestFirst)
    .map((finding) => candidateOf(finding, world, reference))
    .sort(bySubject);
};

const bySubject = (a: Candidate, b: Candidate): number => {
  const [one, other] = [a, b].map(({ subject, incident }) => `${subject}\u0000${incident}`);
  return (one ?? '') < (other ?? '') ? -1 : 1;
};

const lateEntryMs = dayMs;

/**
 * Who is named as handling it: an officer the ledger knows. What ran out over time is asked of nobody who had
 * left the unit by then: the dossier still in their name is a matter of the unit.
 */
const performerOf = ({ lines, performer, since, at, unit }: Finding, reference: Reference): Party => {
  if (lines === 'head-only' || lines === 'unit-only') return unknownParty;
  const person = personOf(reference, performer);
  if (person.kind !== 'officer' || since === at) return person;
  const posts = reference.organisation.appointmentsOf(person.id, at);
  return posts.some(({ unitId }) => unitId === unit) ? person : unknownParty;
};

const candidateOf = (finding: Finding, world: World, reference: Reference): Candidate => {
  const { lines, unit, at } = finding;
  const performer = performerOf(finding, reference);
  const head: OfficerId | null =
    lines === 'unit-only' || lines === 'performer-only'
      ? null
      : (reference.organisation.headOf(unit, at)?.officerId ?? null);
  const person = performer.kind === 'officer' ? performer.id : null;
  const concerned = { finding, performer: person, head, world, reference };
  const evidence = finding.evidence;
  return {
    incident: finding.incident,
    kind: finding.kind,
    rules: finding.rules.map(({ citation }) => citation),
    calendar: finding.calendar?.citation ?? null,
    subject: finding.subject,
    at,
    unit,
    performer,
    head,
    facts: finding.facts,
    evidence: decimal(evidence),
    mitigations: unrepeated([...finding.mitigations, ...mitigationRules.flatMap((rule) => rule(concerned))]),
    recordedLate: evidence.some((event) => msOf(event.recordedAt) - msOf(event.occurredAt) > lateEntryMs),
  };
};

const unrepeated = (mitigations: readonly Mitigation[]): readonly Mitigation[] => {
  const seen = new Map(mitigations.map((mitigation) => [JSON.stringify(mitigation), mitigation]));
  return [...seen.values()];
};
