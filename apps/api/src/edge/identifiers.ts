/** The form of every id of the ledger: it stays itself in a URL, a file name and a stream name. */
const idPattern = /^[A-Za-z0-9][A-Za-z0-9._~-]{0,79}$/;
export const idMaxLength = 80;

export const isId = (value: unknown): value is string => typeof value === 'string' && idPattern.test(value);
