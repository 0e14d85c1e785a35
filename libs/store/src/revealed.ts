import { isSealed, sealedPlacesIn, type Opening } from '#evidence/sealed/sealed-field.ts';

/** How every sealed field begins in canonical text; a string cannot hold it, for its quotes would be escaped. */
export const sealedMark = '{"sealed":"';

/** What readers get for a field whose value was lawfully erased. */
export const erasedText = 'Nội dung không còn được lưu giữ / Content no longer kept';

export const mayHoldSealed = (canonical: string): boolean => canonical.includes(sealedMark);

const marksIn = (canonical: string): number => {
  let count = 0;
  for (let at = canonical.indexOf(sealedMark); at !== -1; at = canonical.indexOf(sealedMark, at + 1)) count += 1;
  return count;
};

const isHolder = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

/** Whether there was a sealed field at the pointer, which then has its value in place. Names with ~ or / go the long way. */
const put = (envelope: Record<string, unknown>, { path, value }: Opening): boolean => {
  const steps = path.split('/');
  let holder: unknown = envelope;
  for (const step of steps.slice(1, -1)) holder = isHolder(holder) && Object.hasOwn(holder, step) ? holder[step] : null;
  const key = steps.at(-1) ?? '';
  if (!isHolder(holder) || !Object.hasOwn(holder, key) || !isSealed(holder[key])) return false;
  holder[key] = value;
  return true;
};

/**
 * The envelope that a canonical text says, with the values that `openings` give. What they do not give is
 * what `otherwise` says of its pointer, or stays sealed where that says nothing.
 */
export const revealed = (
  canonical: string,
  openings: readonly Opening[],
  otherwise: (path: string) => string | undefined = () => erasedText,
): Record<string, unknown> => {
  const envelope = JSON.parse(canonical) as Record<string, unknown>;
  let left = marksIn(canonical);
  for (const opening of openings) if (put(envelope, opening)) left -= 1;
  if (left <= 0) return envelope;
  const values = new Map(openings.map(({ path, value }) => [path, value]));
  for (const { path, field, holder, key } of sealedPlacesIn(envelope)) {
    holder[key] = values.get(path) ?? otherwise(path) ?? field;
  }
  return envelope;
};
