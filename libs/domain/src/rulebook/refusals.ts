/** Codes name the broken rule; texts in libs/contracts/src/refusal-texts/rulebook.ts. */
export const rulebookRefusalCodes = [] as const;
export type RulebookRefusalCode = (typeof rulebookRefusalCodes)[number];
