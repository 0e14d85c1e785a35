export type FoundText = { readonly path: string; readonly text: string };

/**
 * The first text inside plain data that is wanted, with its dotted path. `field` is the nearest name:
 * the items of a list go by the name of the list.
 */
export const findText = (
  data: object,
  wanted: (text: string, field: string) => boolean,
  listField = '',
): FoundText | null => {
  for (const [name, value] of Object.entries(data) as [string, unknown][]) {
    const field = Array.isArray(data) ? listField : name;
    if (typeof value === 'string' && wanted(value, field)) return { path: name, text: value };
    const inner = typeof value === 'object' && value !== null ? findText(value, wanted, field) : null;
    if (inner) return { path: `${name}.${inner.path}`, text: inner.text };
  }
  return null;
};
