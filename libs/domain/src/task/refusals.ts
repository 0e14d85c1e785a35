/** Codes name the broken rule; texts in libs/contracts/src/refusal-texts/task.ts. */
export const taskRefusalCodes = [] as const;
export type TaskRefusalCode = (typeof taskRefusalCodes)[number];
