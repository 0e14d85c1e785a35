/** Codes name the broken rule; texts in libs/contracts/src/refusal-texts/directive.ts. */
export const directiveRefusalCodes = [] as const;
export type DirectiveRefusalCode = (typeof directiveRefusalCodes)[number];
