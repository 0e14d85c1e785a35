import type { DetectorsView, KindCount } from '#contracts/candidate-views.ts';
import { candidateKinds } from '#domain/candidates/candidate.ts';
import { detectors } from '#domain/candidates/detectors.ts';
import { candidatesFor, type CandidatesFor } from './candidates-for.ts';
import { kindTexts } from './wording.ts';

/** So many candidates are counted at most; a larger ledger is said to be counted in part. */
const mostCounted = 20_000;

/** The published list: what is looked for, on which duty, with which limit, and how often it is found (handbook, Fairness 17). */
export const detectorsView = async (asked: Omit<CandidatesFor, 'whose'>): Promise<DetectorsView> => {
  const found = new Map<string, number>();
  let [counted, complete] = [0, true];
  for await (const { kind } of candidatesFor({ ...asked, whose: 'everyone' })) {
    found.set(kind, (found.get(kind) ?? 0) + 1);
    counted += 1;
    if (counted < mostCounted) continue;
    complete = false;
    break;
  }
  const counts: KindCount[] = candidateKinds.map((kind) => ({ kind, candidates: found.get(kind) ?? 0 }));
  return {
    asOf: asked.asOf,
    detectors: detectors.map(({ kind, obligations, category, threshold, humanFinding }) => ({
      kind,
      text: kindTexts[kind],
      obligations,
      about: category,
      threshold,
      humanFinding,
    })),
    counts,
    complete,
  };
};
