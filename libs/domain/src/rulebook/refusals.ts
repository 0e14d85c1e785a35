/** Codes name the broken rule; texts in libs/contracts/src/refusal-texts/rulebook.ts. */
export const rulebookRefusalCodes = [
  'period.empty',
  'rulebook.empty',
  'rulebook.instruments-inconsistent',
  'rulebook.reaches-back',
  'rulebook.instrument-unknown',
  'rulebook.already-bound',
  'rulebook.binding-unknown',
  'rulebook.binding-already-ended',
  'rulebook.binding-end-outside-period',
  'dissemination.before-instrument',
] as const;
export type RulebookRefusalCode = (typeof rulebookRefusalCodes)[number];
