/** Codes name the broken rule; texts in libs/contracts/src/refusal-texts/authority.ts. */
export const authorityRefusalCodes = [] as const;
export type AuthorityRefusalCode = (typeof authorityRefusalCodes)[number];
