import { field, type FieldNotes } from './fields.ts';

/** A list of objects that the feature reads itself, with faults of its own. */
export const ObjectListField = (notes: FieldNotes & { readonly max: number }): PropertyDecorator => {
  const { max, ...rest } = notes;
  const items = { type: 'object', additionalProperties: true } as const;
  return field(rest, { type: 'array', items, maxItems: max }, (value) => {
    if (!Array.isArray(value)) return ['value.not-list'];
    if (value.length > max) return ['list.too-long', { max }];
    return value.every((item) => typeof item === 'object' && item !== null) ? null : ['value.not-object'];
  });
};
