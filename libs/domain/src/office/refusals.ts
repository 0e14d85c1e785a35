/** Codes name the broken rule; texts in libs/contracts/src/refusal-texts/office.ts. */
export const officeRefusalCodes = [] as const;
export type OfficeRefusalCode = (typeof officeRefusalCodes)[number];
