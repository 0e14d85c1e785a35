import type { CandidateKind } from './candidate.ts';
import type { Finding } from './finding.ts';

/**
 * One incident gives one candidate (handbook, Fairness 4). `order` lists the kinds from the gravest on; the
 * gravest finding of an incident is kept, at equal gravity the earliest. The rules and the evidence of the
 * others stay with it, so that nothing that was found is hidden.
 */
export const oneIncidentOneCandidate = (
  findings: readonly Finding[],
  order: readonly CandidateKind[],
): readonly Finding[] => {
  const rank = ({ kind }: Finding): number => order.indexOf(kind);
  const incidents = new Map<string, Finding[]>();
  for (const finding of findings) {
    const known = incidents.get(finding.incident);
    if (known) known.push(finding);
    else incidents.set(finding.incident, [finding]);
  }
  return [...incidents.values()].flatMap((same) => {
    const [first, ...others] = same.toSorted((a, b) => rank(a) - rank(b) || earlierFirst(a, b));
    return first ? [joined(first, others)] : [];
  });
};

const earlierFirst = (a: Finding, b: Finding): number => {
  if (a.at !== b.at) return a.at < b.at ? -1 : 1;
  return a.subject < b.subject ? -1 : a.subject > b.subject ? 1 : 0;
};

const joined = (first: Finding, others: readonly Finding[]): Finding => {
  const cited = new Set(first.rules.map(({ citation }) => citation.obligation));
  const rules = [...first.rules];
  for (const rule of others.flatMap((other) => other.rules)) {
    if (!cited.has(rule.citation.obligation)) rules.push(rule);
    cited.add(rule.citation.obligation);
  }
  return {
    ...first,
    rules,
    calendar: first.calendar ?? others.find(({ calendar }) => calendar !== null)?.calendar ?? null,
    since: others.reduce((since, other) => (other.since < since ? other.since : since), first.since),
    evidence: [...first.evidence, ...others.flatMap(({ evidence }) => evidence)],
    mitigations: [...first.mitigations, ...others.flatMap(({ mitigations }) => mitigations)],
  };
};
