import { refusalTexts } from '#contracts/refusal-texts.ts';
import type { Problem } from '#contracts/problem.ts';
import { edgeProblems } from './edge-problems.ts';
import { ActRefused, EdgeProblem, RequestInvalid } from './problem-errors.ts';

/** A problem document with the headers that belong to it. */
export type ProblemAnswer = { readonly problem: Problem; readonly headers: Readonly<Record<string, string>> };

type Asked = { readonly instance: string; readonly requestId: string };
type Facts = Readonly<Record<string, unknown>>;

const shown = (fact: unknown): string => (Array.isArray(fact) ? fact.join(', ') : String(fact));

const fill = (text: string, facts: Facts): string =>
  text.replace(/\{(\w+)\}/g, (placeholder, name: string) => (name in facts ? shown(facts[name]) : placeholder));

const problemOf = (
  code: string,
  texts: { readonly status: number; readonly vi: string; readonly en: string },
  about: Asked & { readonly facts: Facts },
): Problem => ({
  type: `urn:problem:ledger:${code}`,
  title: fill(texts.vi, about.facts),
  titleEn: fill(texts.en, about.facts),
  status: texts.status,
  instance: about.instance,
  code,
  ...(Object.keys(about.facts).length > 0 ? { facts: about.facts } : {}),
  requestId: about.requestId,
});

/** What the caller is told. Anything not foreseen is an internal error without a word of its cause. */
export const answerTo = (error: unknown, asked: Asked): ProblemAnswer => {
  if (error instanceof RequestInvalid) {
    const problem = problemOf('request.invalid', edgeProblems['request.invalid'], { ...asked, facts: {} });
    return { problem: { ...problem, faults: error.faults }, headers: {} };
  }
  if (error instanceof ActRefused) {
    return { problem: problemOf(error.code, refusalTexts[error.code], { ...asked, facts: error.facts }), headers: {} };
  }
  if (error instanceof EdgeProblem) {
    const { code, facts, headers } = error;
    return { problem: problemOf(code, edgeProblems[code], { ...asked, facts }), headers };
  }
  const facts = { requestId: asked.requestId };
  return { problem: problemOf('internal-error', edgeProblems['internal-error'], { ...asked, facts }), headers: {} };
};
