import { sealedPlacesIn, type Opening } from '#evidence/sealed/sealed-field.ts';

/** How every sealed field begins in canonical text; a string cannot hold it, for its quotes would be escaped. */
export const sealedMark = '{"sealed":"';

/** What readers get for a field whose value was lawfully erased. */
export const erasedText = 'Nội dung không còn được lưu giữ / Content no longer kept';

export const mayHoldSealed = (canonical: string): boolean => canonical.includes(sealedMark);

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
  if (!mayHoldSealed(canonical)) return envelope;
  const values = new Map(openings.map(({ path, value }) => [path, value]));
  for (const { path, field, holder, key } of sealedPlacesIn(envelope)) {
    holder[key] = values.get(path) ?? otherwise(path) ?? field;
  }
  return envelope;
};
