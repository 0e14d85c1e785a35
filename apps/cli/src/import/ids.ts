import { createHash } from 'node:crypto';

/** Stays itself in a URL, a file name and a stream name. */
const safe = /^[A-Za-z0-9][A-Za-z0-9._~-]{0,79}$/u;
/** What the functions below make; a source value of that look is derived again, so the two never meet. */
const derived = /~[0-9a-f]{16}$/u;

const sha256 = (text: string): Buffer => createHash('sha256').update(text, 'utf8').digest();
const digestOf = (text: string): string => sha256(text).toString('hex').slice(0, 16);

const plainLetters = (text: string): string =>
  text
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll('đ', 'd')
    .replaceAll('Đ', 'D')
    .replaceAll(/[^A-Za-z0-9]+/gu, '-')
    .replaceAll(/^-|-$/gu, '')
    .slice(0, 40);

const readable = (text: string): string =>
  safe.test(text) && !derived.test(text) ? text : `${plainLetters(text) || 'x'}~${digestOf(text)}`;

export const dossierIdOf = (caseId: string, prefix: string): string => readable(prefix + caseId);
export const unitIdOf = (name: string): string => readable(name);
export const accountIdOf = (name: string): string => readable(name);

/**
 * An identifier of the source system stays. Anything else may be a person's name, which must not
 * enter the ledger: it becomes an opaque id, and the name goes to the directory beside the ledger.
 */
export const officerIdOf = (name: string): string =>
  safe.test(name) && !derived.test(name) ? name : `officer~${digestOf(name)}`;
export const isOpaque = (officerId: string): boolean => derived.test(officerId);

/** UUID version 8 (RFC 9562) from SHA-256: the same content gives the same id on every machine. */
export function derivedUuid(...content: readonly string[]): string {
  const bytes = sha256(JSON.stringify(content)).subarray(0, 16);
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x80;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = bytes.toString('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}
