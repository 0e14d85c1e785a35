/** The value holds something that JSON cannot say, or could say in more than one way. */
export class NotCanonical extends Error {
  constructor(
    /** Where in the value: `$.data.list[2]`. */
    readonly path: string,
    readonly why: string,
  ) {
    super(`${path}: ${why}`);
  }
}

/** No quote, backslash, control character or surrogate: the text is its own JSON string. */
const plain = /^[ !#-[\]-\ud7ff\ue000-\uffff]*$/;
const loneSurrogate = /\p{Surrogate}/u;

const quote = (text: string): string => {
  if (plain.test(text)) return `"${text}"`;
  if (loneSurrogate.test(text)) throw new NotCanonical('', 'lone surrogate');
  return JSON.stringify(text);
};

/** Dates, maps, typed arrays and the like would lose their content without a word. */
const isRecord = (value: object): boolean => !('toJSON' in value) && !(Symbol.toStringTag in value);

/**
 * By UTF-16 code unit, as RFC 8785 section 3.2.3 asks and `<` compares. In place: records have a handful of
 * names, often in order already, and every event recorded comes through here.
 */
const sortNames = (names: string[]): string[] => {
  if (names.length > 30) return names.sort();
  for (let next = 1; next < names.length; next += 1) {
    const name = names[next] as string;
    let at = next;
    for (; at > 0 && (names[at - 1] as string) > name; at -= 1) names[at] = names[at - 1] as string;
    names[at] = name;
  }
  return names;
};

/** The fault seen one level further out. Paths are made only when there is a fault. */
const within = (step: string, error: unknown): unknown =>
  error instanceof NotCanonical ? new NotCanonical(step + error.path, error.why) : error;

const writeArray = (values: readonly unknown[]): string => {
  let text = '';
  let index = 0;
  try {
    for (; index < values.length; index += 1) text += (index === 0 ? '' : ',') + write(values[index]);
  } catch (error) {
    throw within(`[${index}]`, error);
  }
  return `[${text}]`;
};

const writeRecord = (record: Readonly<Record<string, unknown>>): string => {
  if (!isRecord(record)) throw new NotCanonical('', 'not a plain object');
  let text = '';
  let name = '';
  try {
    for (name of sortNames(Object.keys(record))) {
      const value = record[name];
      if (value !== undefined) text += `${text === '' ? '' : ','}${quote(name)}:${write(value)}`;
    }
  } catch (error) {
    throw within(`.${name}`, error);
  }
  return `{${text}}`;
};

const write = (value: unknown): string => {
  switch (typeof value) {
    case 'string':
      return quote(value);
    case 'number':
      if (!Number.isFinite(value)) throw new NotCanonical('', 'number is not finite');
      return JSON.stringify(value);
    case 'boolean':
      return value ? 'true' : 'false';
    case 'object':
      if (value === null) return 'null';
      if (Array.isArray(value)) return writeArray(value);
      return writeRecord(value as Readonly<Record<string, unknown>>);
    default:
      throw new NotCanonical('', `${typeof value} has no JSON form`);
  }
};

/**
 * JSON Canonicalization Scheme (RFC 8785). A property whose value is `undefined` is absent, as in JSON.
 * Throws NotCanonical on numbers that are not finite, lone surrogates and values without a JSON form.
 * Strings are taken as they are: normalising them is the caller's work.
 */
export const canonicalize = (value: unknown): string => {
  try {
    return write(value);
  } catch (error) {
    throw within('$', error);
  }
};
