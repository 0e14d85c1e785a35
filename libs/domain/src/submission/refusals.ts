/** Codes name the broken rule; texts in libs/contracts/src/refusal-texts/submission.ts. */
export const submissionRefusalCodes = [] as const;
export type SubmissionRefusalCode = (typeof submissionRefusalCodes)[number];
