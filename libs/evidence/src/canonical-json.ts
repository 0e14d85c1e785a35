/** The value holds something that JSON cannot say, or could say in more than one way. */
export class NotCanonical extends Error {
  constructor(
    readonly path: string,
    readonly why: string,
  ) {
    super(`${path}: ${why}`);
  }
}

/** No quote, backslash, control character or surrogate: the text is its own JSON string. */
const plain = /^[ !#-[\]-\ud7ff\ue000-\uffff]*$/;
const loneSurrogate = /\p{Surrogate}/u;

const quote = (text: string, path: string): string => {
  if (plain.test(text)) return `"${text}"`;
  if (loneSurrogate.test(text)) throw new NotCanonical(path, 'lone surrogate');
  return JSON.stringify(text);
};

/** Dates, maps, typed arrays and the like would lose their content without a word. */
const isRecord = (value: object): boolean => !('toJSON' in value) && !(Symbol.toStringTag in value);

const writeArray = (values: readonly unknown[], path: string): string =>
  `[${Array.from(values, (value, index) => write(value, `${path}[${index}]`)).join(',')}]`;

const writeRecord = (record: Readonly<Record<string, unknown>>, path: string): string => {
  if (!isRecord(record)) throw new NotCanonical(path, 'not a plain object');
  let text = '';
  // Default order compares UTF-16 code units, which is what RFC 8785 section 3.2.3 asks for.
  for (const name of Object.keys(record).sort()) {
    const value = record[name];
    if (value === undefined) continue;
    const here = `${path}.${name}`;
    text += `${text === '' ? '' : ','}${quote(name, here)}:${write(value, here)}`;
  }
  return `{${text}}`;
};

const write = (value: unknown, path: string): string => {
  switch (typeof value) {
    case 'string':
      return quote(value, path);
    case 'number':
      if (!Number.isFinite(value)) throw new NotCanonical(path, 'number is not finite');
      return JSON.stringify(value);
    case 'boolean':
      return value ? 'true' : 'false';
    case 'object':
      if (value === null) return 'null';
      if (Array.isArray(value)) return writeArray(value, path);
      return writeRecord(value as Readonly<Record<string, unknown>>, path);
    default:
      throw new NotCanonical(path, `${typeof value} has no JSON form`);
  }
};

/**
 * JSON Canonicalization Scheme (RFC 8785). A property whose value is `undefined` is absent, as in JSON.
 * Throws NotCanonical on numbers that are not finite, lone surrogates and values without a JSON form.
 * Strings are taken as they are: normalising them is the caller's work.
 */
export const canonicalize = (value: unknown): string => write(value, '$');
