/** Codes name the broken rule; texts in libs/contracts/src/refusal-texts/authority.ts. */
export const authorityRefusalCodes = [
  'period.empty',
  'authority.already-assigned',
  'authority.end-outside-period',
  'authority.already-ended',
] as const;
export type AuthorityRefusalCode = (typeof authorityRefusalCodes)[number];
