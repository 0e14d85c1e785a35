export type Leaf = { readonly path: string; readonly key: string; readonly value: unknown };

/** Every scalar inside plain data with its dotted path; `key` is the nearest field name (array places have none). */
export const leavesOf = (value: unknown, path = '', key = ''): readonly Leaf[] => {
  if (typeof value !== 'object' || value === null) return [{ path, key, value }];
  return Object.entries(value).flatMap(([name, inner]) =>
    leavesOf(inner, path === '' ? name : `${path}.${name}`, Array.isArray(value) ? key : name),
  );
};
