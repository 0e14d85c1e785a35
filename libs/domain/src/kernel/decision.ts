/** Facts that explain a refusal to a reader; they fill the placeholders of its texts. */
export type RefusalFacts = Readonly<Record<string, string | number | readonly string[]>>;

export type Refusal<Code extends string> = { readonly code: Code; readonly facts: RefusalFacts };

/** What a decider answers: new facts (none when the wish is already fulfilled), or the rule it would break. */
export type Decision<E, Code extends string> =
  | { readonly accepted: true; readonly events: readonly E[] }
  | { readonly accepted: false; readonly refusal: Refusal<Code> };

export const accept = <E>(...events: readonly E[]): { readonly accepted: true; readonly events: readonly E[] } => ({
  accepted: true,
  events,
});

export const refuse = <Code extends string>(
  code: Code,
  facts: RefusalFacts = {},
): { readonly accepted: false; readonly refusal: Refusal<Code> } => ({ accepted: false, refusal: { code, facts } });
