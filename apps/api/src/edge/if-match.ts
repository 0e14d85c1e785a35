import { faultOf } from './faults.ts';
import { RequestInvalid } from './problem-errors.ts';

const strongRevision = /^"(\d{1,9})"$/;

/** Revision as entity tag. */
export const etagOf = (revision: number): string => `"${String(revision)}"`;

/** `If-Match: "3"` or `*` (RFC 9110 §13.1.1; one strong tag, as this API gives them out). Throws RequestInvalid. */
export const readIfMatch = (header: string | string[] | undefined): number | 'any' | null => {
  if (header === undefined) return null;
  if (header === '*') return 'any';
  const [, revision] = (typeof header === 'string' ? strongRevision.exec(header) : null) ?? [];
  if (revision === undefined) throw new RequestInvalid([faultOf('If-Match', 'header.malformed')]);
  return Number(revision);
};
