import { createHash } from 'node:crypto';

/**
 * Event ids derived from an `Idempotency-Key`, so that the ledger itself remembers the key, across restarts
 * and without a table: UUIDv8 whose first 60 free bits come from caller, key, route and ordinal, and whose
 * last 62 from the body. The first half finds the act again; the second tells whether it is the same one.
 */
export type IdempotencyMark = { readonly key: string; readonly body: string };

const sha256 = (...parts: readonly string[]): Buffer => createHash('sha256').update(JSON.stringify(parts)).digest();

/** `caller`: subject of the token; `route`: method and path, so that one key may serve different acts. */
export const markOf = (asked: {
  readonly caller: string;
  readonly key: string;
  readonly route: string;
  readonly body: unknown;
}): IdempotencyMark => ({
  key: sha256(asked.caller, asked.key, asked.route).toString('hex'),
  body: sha256(JSON.stringify(asked.body ?? null)).toString('hex'),
});

const uuid = (hex: string): string =>
  [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20, 32)].join('-');

/** Id of the act's event number `index`. */
export const markedId = (mark: IdempotencyMark, index: number): string => {
  const key = sha256(mark.key, String(index)).toString('hex');
  const variant = ((Number.parseInt(mark.body.slice(0, 1), 16) & 0x3) | 0x8).toString(16);
  return uuid(`${key.slice(0, 12)}8${key.slice(12, 15)}${variant}${mark.body.slice(1, 16)}`);
};

/** Does the stored id carry this key, whatever the body was? */
export const carriesKey = (eventId: string, mark: IdempotencyMark, index: number): boolean =>
  eventId.slice(0, 18) === markedId(mark, index).slice(0, 18);

/** Id for a new subject (a dossier, a unit …) of an act that may be repeated. */
export const markedSubjectId = (mark: IdempotencyMark): string => {
  const key = sha256(mark.key, 'subject').toString('hex');
  const variant = ((Number.parseInt(key.slice(15, 16), 16) & 0x3) | 0x8).toString(16);
  return uuid(`${key.slice(0, 12)}8${key.slice(12, 15)}${variant}${key.slice(16, 31)}`);
};
