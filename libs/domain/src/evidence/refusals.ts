/** Codes name the broken rule; texts in libs/contracts/src/refusal-texts/erasure.ts. */
export const erasureRefusalCodes = [
  'erasure.event-unknown',
  'erasure.clause-missing',
  'erasure.without-field',
  'erasure.own-conduct',
  'erasure.field-not-sealed',
  'erasure.already-erased',
] as const;
export type ErasureRefusalCode = (typeof erasureRefusalCodes)[number];
