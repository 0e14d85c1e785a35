/** What every case act is asked, whatever it is about. */
export const caseRefusalCodes = [
  'act.moment-malformed',
  'act.text-blank',
  'act.in-future',
  'actor.unknown',
  'actor.not-a-person',
  'actor.capacity-not-held',
  'unit.unknown',
  'unit.not-in-office',
  'case.unknown',
  'case.id-taken',
  'case.not-yours',
  'case.officer-unknown',
] as const;
export type CaseRefusalCode = (typeof caseRefusalCodes)[number];
