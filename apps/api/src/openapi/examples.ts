type Schema = Readonly<Record<string, unknown>>;
type Schemas = Readonly<Record<string, Schema>>;

const asList = (value: unknown): readonly Schema[] => (Array.isArray(value) ? (value as Schema[]) : []);

const memberExamples = (properties: Schema, schemas: Schemas): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(properties).flatMap(([name, member]) => {
      const example = exampleOf(member as Schema, schemas);
      return example === undefined ? [] : [[name, example]];
    }),
  );

/** The example a schema's own examples add up to; undefined where it has none. */
export const exampleOf = (schema: Schema, schemas: Schemas): unknown => {
  if (schema['example'] !== undefined) return schema['example'];
  const [first] = Array.isArray(schema['examples']) ? (schema['examples'] as unknown[]) : [];
  if (first !== undefined) return first;
  if (typeof schema['$ref'] === 'string') {
    return exampleOf(schemas[schema['$ref'].replace('#/components/schemas/', '')] ?? {}, schemas);
  }
  const [alternative] = [...asList(schema['allOf']), ...asList(schema['anyOf']), ...asList(schema['oneOf'])];
  if (alternative !== undefined) return exampleOf(alternative, schemas);
  if (typeof schema['items'] === 'object') {
    const item = exampleOf(schema['items'] as Schema, schemas);
    return item === undefined ? [] : [item];
  }
  return typeof schema['properties'] === 'object' ? memberExamples(schema['properties'] as Schema, schemas) : undefined;
};
