/** JSON Schema 2020-12, as OpenAPI 3.1 takes it, with an example in every leaf. */
export type Schema = { readonly [keyword: string]: unknown };

export const text = (example: string): Schema => ({ type: 'string', examples: [example] });
export const textOrNull = (example: string | null): Schema => ({ type: ['string', 'null'], examples: [example] });
export const moment = (example: string): Schema => ({ type: 'string', format: 'date-time', examples: [example] });
export const momentOrNull = (example: string | null): Schema => ({
  type: ['string', 'null'],
  format: 'date-time',
  examples: [example],
});
export const count = (example: number): Schema => ({ type: 'integer', minimum: 0, examples: [example] });
export const countOrNull = (example: number | null): Schema => ({ type: ['number', 'null'], examples: [example] });
export const milliseconds = (example: number): Schema => ({
  type: 'integer',
  minimum: 0,
  description: 'Mili giây trong giờ làm việc theo lịch chung / milliseconds of office hours on the common calendar',
  examples: [example],
});
export const flag = (example: boolean): Schema => ({ type: 'boolean', examples: [example] });
export const positionText = (example: string): Schema => ({
  type: 'string',
  pattern: '^-?\\d+$',
  description: 'Vị trí trong sổ cái / ledger position',
  examples: [example],
});
export const positionOrNull = (example: string | null): Schema => ({
  type: ['string', 'null'],
  pattern: '^-?\\d+$',
  examples: [example],
});
export const oneOf = (...values: readonly [string, ...string[]]): Schema => ({
  type: 'string',
  enum: values,
  examples: [values[0]],
});
export const oneOfOrNull = (...values: readonly [string, ...string[]]): Schema => ({
  type: ['string', 'null'],
  enum: [...values, null],
  examples: [values[0]],
});
export const ref = (name: string): Schema => ({ $ref: `#/components/schemas/${name}` });
export const refOrNull = (name: string): Schema => ({ anyOf: [ref(name), { type: 'null' }] });
export const listOf = (items: Schema): Schema => ({ type: 'array', items });

/**
 * The schema of a contract type: its members are checked against the type by the compiler, so that a field
 * added there is missing here until it is described. `optional` names members that may be absent.
 */
export const contract = <T extends object>(
  members: { readonly [K in keyof Required<T>]: Schema },
  optional: readonly (keyof T)[] = [],
): Schema => ({
  type: 'object',
  properties: members,
  required: Object.keys(members).filter((name) => !optional.includes(name as keyof T)),
  additionalProperties: false,
});

export const pageOf = (item: string): Schema =>
  contract<{ items: unknown; next: unknown }>({ items: listOf(ref(item)), next: textOrNull(null) });
