/** Codes name the broken rule; texts in libs/contracts/src/refusal-texts/consultation.ts. */
export const consultationRefusalCodes = [] as const;
export type ConsultationRefusalCode = (typeof consultationRefusalCodes)[number];
