import type { Refusal } from './decision.ts';

/** A rule looks at one case and names itself when the case breaks it; null when it has nothing to object. */
export type Rule<Case, Code extends string> = (judged: Case) => Refusal<Code> | null;

export const objection = <Code extends string>(code: Code, facts: Refusal<Code>['facts'] = {}): Refusal<Code> => ({
  code,
  facts,
});

/** Rules are asked in the order given: the order is the precedence of the refusals. */
export const firstObjection = <Case, Code extends string>(
  rules: readonly Rule<Case, Code>[],
  judged: Case,
): Refusal<Code> | null => {
  for (const rule of rules) {
    const found = rule(judged);
    if (found) return found;
  }
  return null;
};
