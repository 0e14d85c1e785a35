/** Codes name the broken rule; texts in libs/contracts/src/refusal-texts/directive.ts. */
export const directiveRefusalCodes = [
  'directive.document-missing',
  'directive.reissues-itself',
  'directive.recipient-twice',
  'directive.without-executor',
  'directive.received-before-issue',
  'directive.received-after-confirmation',
] as const;
export type DirectiveRefusalCode = (typeof directiveRefusalCodes)[number];
