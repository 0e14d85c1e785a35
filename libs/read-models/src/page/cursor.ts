/** The cursor was not given out by this query; nothing can be concluded from it. */
export class InvalidCursor extends Error {
  constructor(readonly cursor: string) {
    super('the cursor was not given out by this query');
  }
}

/** Asked for a page outside 1–200 items. */
export class InvalidLimit extends RangeError {
  constructor(readonly limit: number) {
    super(`limit ${limit} is not between 1 and ${maxLimit}`);
  }
}

export const defaultLimit = 50;
export const maxLimit = 200;

export type PageRequest = { readonly cursor?: string | undefined; readonly limit?: number | undefined };

/** What one place of a cursor holds; an instant is UTC text, a position decimal text. */
type Part = 'text' | 'instant' | 'integer';
const patterns: Readonly<Record<Part, RegExp>> = {
  text: /^[^\0]*$/,
  instant: /^-?\d{4,6}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/,
  integer: /^\d{1,18}$/,
};

/** Throws InvalidLimit. */
export const limitOf = ({ limit = defaultLimit }: PageRequest): number => {
  if (!Number.isInteger(limit) || limit < 1 || limit > maxLimit) throw new InvalidLimit(limit);
  return limit;
};

export const encodeCursor = (key: readonly string[]): string => Buffer.from(JSON.stringify(key)).toString('base64url');

const parse = (cursor: string): unknown => {
  try {
    return JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
  } catch (cause) {
    throw Object.assign(new InvalidCursor(cursor), { cause });
  }
};

/** The key after which the page starts, null for the first page. Throws InvalidCursor. */
export const keyOf = ({ cursor }: PageRequest, parts: readonly Part[]): readonly string[] | null => {
  if (cursor === undefined) return null;
  const key = parse(cursor);
  const fits =
    Array.isArray(key) &&
    key.length === parts.length &&
    parts.every((part, index) => typeof key[index] === 'string' && patterns[part].test(key[index]));
  if (!fits) throw new InvalidCursor(cursor);
  return key as readonly string[];
};

/** Queries fetch one row more than the page holds: its presence is what says there is a next page. */
export const cutPage = <T>(
  rows: readonly T[],
  limit: number,
  keyOfRow: (row: T) => readonly string[],
): { readonly rows: readonly T[]; readonly next: string | null } => {
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  return { rows: page, next: rows.length > limit && last !== undefined ? encodeCursor(keyOfRow(last)) : null };
};
