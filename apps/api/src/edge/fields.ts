import { applyDecorators } from '@nestjs/common';
import { ApiProperty, type ApiPropertyOptions } from '@nestjs/swagger';
import { ValidateBy, ValidateIf, ValidateNested } from 'class-validator';
import type { FaultCode, FaultFacts } from './faults.ts';
import { idMaxLength, isId } from './identifiers.ts';
import { isDay, toAsOf, toInstant } from './moments.ts';
import { faultMessage, readFieldWith, shapeMember, type DtoClass } from './shapes.ts';

/** What a field is for, with an example that works. */
export type FieldNotes = {
  readonly description: string;
  readonly example?: unknown;
  /** May be absent or null; `absent`: may be absent, but null says nothing here and is refused. */
  readonly optional?: boolean | 'absent';
};

type Fault = readonly [code: FaultCode, facts?: FaultFacts] | null;
type Check = (value: unknown) => Fault;

const mayLack = (notes: FieldNotes, value: null | undefined): boolean =>
  notes.optional === true || (notes.optional === 'absent' && value === undefined);

const described = ({ optional = false, ...notes }: FieldNotes, schema: ApiPropertyOptions): PropertyDecorator =>
  ApiProperty({ ...schema, ...notes, required: optional === false, nullable: optional === true } as ApiPropertyOptions);

/** One check per field: its rule for class-validator and its schema for the OpenAPI document, from the same words. */
export const field = (notes: FieldNotes, schema: ApiPropertyOptions, check: Check): PropertyDecorator => {
  const faultIn = (value: unknown): Fault => {
    if (value === undefined || value === null) return mayLack(notes, value) ? null : ['field.required'];
    return check(value);
  };
  return applyDecorators(
    described(notes, schema),
    ValidateBy({
      name: 'field',
      validator: {
        validate: (value: unknown) => faultIn(value) === null,
        defaultMessage: (seen) => {
          const [code, facts] = faultIn(seen?.value) ?? ['field.required'];
          return faultMessage(code, facts);
        },
      },
    }),
  );
};

const reading =
  (reader: (value: string) => unknown): PropertyDecorator =>
  (dto, name) => {
    readFieldWith(dto, String(name), (value) => (typeof value === 'string' ? (reader(value) ?? value) : value));
  };

const textFault = (value: unknown, max: number): Fault => {
  if (typeof value !== 'string') return ['value.not-text'];
  if (value.trim() === '') return ['text.empty'];
  return value.length > max ? ['text.too-long', { max }] : null;
};

/** Free text in NFC, at most `max` UTF-16 units, not blank. */
export const TextField = (notes: FieldNotes & { readonly max: number }): PropertyDecorator => {
  const { max, ...rest } = notes;
  return field(rest, { type: 'string', minLength: 1, maxLength: max }, (value) => textFault(value, max));
};

export const IdField = (notes: FieldNotes): PropertyDecorator =>
  field(notes, { type: 'string', maxLength: idMaxLength }, (value) => (isId(value) ? null : ['id.malformed']));

export const IdListField = (notes: FieldNotes & { readonly max: number }): PropertyDecorator => {
  const { max, ...rest } = notes;
  return field(rest, { type: 'array', items: { type: 'string' }, maxItems: max }, (value) => {
    if (!Array.isArray(value)) return ['value.not-list'];
    if (value.length > max) return ['list.too-long', { max }];
    if (!value.every(isId)) return ['id.malformed'];
    return new Set(value).size < value.length ? ['list.repeated'] : null;
  });
};

/** Texts as TextField takes them, each once. */
export const TextListField = (
  notes: FieldNotes & { readonly max: number; readonly maxText: number },
): PropertyDecorator => {
  const { max, maxText, ...rest } = notes;
  const items = { type: 'string' as const, minLength: 1, maxLength: maxText };
  return field(rest, { type: 'array', items, maxItems: max }, (value) => {
    if (!Array.isArray(value)) return ['value.not-list'];
    if (value.length > max) return ['list.too-long', { max }];
    const fault = value.map((item) => textFault(item, maxText)).find((found) => found !== null);
    return fault ?? (new Set(value).size < value.length ? ['list.repeated'] : null);
  });
};

export const ChoiceField = (notes: FieldNotes & { readonly among: readonly string[] }): PropertyDecorator => {
  const { among, ...rest } = notes;
  return field(rest, { type: 'string', enum: [...among] }, (value) =>
    typeof value === 'string' && among.includes(value) ? null : ['value.not-among', { allowed: among.join(', ') }],
  );
};

export const ChoiceListField = (notes: FieldNotes & { readonly among: readonly string[] }): PropertyDecorator => {
  const { among, ...rest } = notes;
  return field(rest, { type: 'array', items: { type: 'string', enum: [...among] } }, (value) => {
    if (!Array.isArray(value)) return ['value.not-list'];
    const known = value.every((item) => typeof item === 'string' && among.includes(item));
    return known ? null : ['value.not-among', { allowed: among.join(', ') }];
  });
};

/** A moment with an offset; the DTO then holds it as the ledger writes it (UTC, milliseconds). */
export const MomentField = (notes: FieldNotes): PropertyDecorator =>
  applyDecorators(
    reading(toInstant),
    field(notes, { type: 'string', format: 'date-time' }, (value) =>
      typeof value === 'string' && toInstant(value) !== null ? null : ['moment.malformed'],
    ),
  );

export const DayField = (notes: FieldNotes): PropertyDecorator =>
  field(notes, { type: 'string', format: 'date' }, (value) =>
    typeof value === 'string' && isDay(value) ? null : ['day.malformed'],
  );

/** Moment or day of a query; the DTO then holds a moment, the end of the day in Vietnam. */
export const AsOfField = (notes: FieldNotes): PropertyDecorator =>
  applyDecorators(
    reading(toAsOf),
    field(notes, { type: 'string' }, (value) =>
      typeof value === 'string' && toInstant(value) !== null ? null : ['moment.malformed'],
    ),
  );

/** Integer of a query string. */
export const CountField = (notes: FieldNotes & { readonly min: number; readonly max: number }): PropertyDecorator => {
  const { min, max, ...rest } = notes;
  return applyDecorators(
    reading((value) => (/^\d{1,9}$/.test(value) ? Number(value) : value)),
    field(rest, { type: 'integer', minimum: min, maximum: max }, (value) =>
      typeof value === 'number' && value >= min && value <= max ? null : ['number.range', { min, max }],
    ),
  );
};

/** Integers, each once. */
export const CountListField = (
  notes: FieldNotes & { readonly min: number; readonly max: number },
): PropertyDecorator => {
  const { min, max, ...rest } = notes;
  const items = { type: 'integer' as const, minimum: min, maximum: max };
  return field(rest, { type: 'array', items, uniqueItems: true }, (value) => {
    if (!Array.isArray(value)) return ['value.not-list'];
    if (!value.every((item) => Number.isInteger(item) && item >= min && item <= max))
      return ['number.range', { min, max }];
    return new Set(value).size < value.length ? ['list.repeated'] : null;
  });
};

/** `true` or `false` of a query string. */
export const FlagField = (notes: FieldNotes): PropertyDecorator =>
  applyDecorators(
    reading((value) => (value === 'true' || value === 'false' ? value === 'true' : value)),
    field(notes, { type: 'boolean' }, (value) => (typeof value === 'boolean' ? null : ['value.not-boolean'])),
  );

/** Ledger position in decimal; the DTO then holds a bigint. */
export const PositionField = (notes: FieldNotes): PropertyDecorator =>
  applyDecorators(
    reading((value) => (/^\d{1,18}$/.test(value) ? BigInt(value) : value)),
    field(notes, { type: 'string', pattern: '^\\d{1,18}$' }, (value) =>
      typeof value === 'bigint' ? null : ['position.malformed'],
    ),
  );

const partyKeys = ['kind', 'id'];

const isParty = (value: unknown): boolean => {
  if (typeof value !== 'object' || value === null || !Object.keys(value).every((key) => partyKeys.includes(key))) {
    return false;
  }
  const { kind, id } = value as { kind?: unknown; id?: unknown };
  return kind === 'unknown' ? id === undefined : (kind === 'officer' || kind === 'account') && isId(id);
};

/** Officer, account, or openly nobody in particular. */
export const PartyField = (notes: FieldNotes): PropertyDecorator => {
  const named = ['officer', 'account'].map((kind) => ({
    type: 'object' as const,
    required: partyKeys,
    properties: { kind: { type: 'string' as const, enum: [kind] }, id: { type: 'string' as const } },
  }));
  const unknown = {
    type: 'object' as const,
    required: ['kind'],
    properties: { kind: { type: 'string' as const, enum: ['unknown'] } },
  };
  return field(notes, { oneOf: [...named, unknown] }, (value) => (isParty(value) ? null : ['party.malformed']));
};

/** Another DTO inside this one, its faults listed under its path. */
export const NestedField = (notes: FieldNotes & { readonly dto: () => DtoClass }): PropertyDecorator => {
  const { dto, ...rest } = notes;
  return applyDecorators(
    // The name `type` of the arrow function is how the document builder knows a lazy class.
    described(rest, { type: () => dto() }),
    (target: object, name: string | symbol) => {
      readFieldWith(target, String(name), (value) => shapeMember(dto(), value));
    },
    ValidateIf((_owner, value: unknown) => (value !== undefined && value !== null) || !mayLack(rest, value)),
    ValidateBy({
      name: 'field',
      validator: {
        validate: (value: unknown) => value !== undefined && value !== null,
        defaultMessage: () => faultMessage('field.required'),
      },
    }),
    ValidateNested(),
  );
};

/** A list of DTOs, the faults of each listed under its path and place. */
export const NestedListField = (
  notes: FieldNotes & { readonly dto: () => DtoClass; readonly max: number },
): PropertyDecorator => {
  const { dto, max, ...rest } = notes;
  const faultIn = (value: unknown): Fault => {
    if (!Array.isArray(value)) return ['value.not-list'];
    return value.length > max ? ['list.too-long', { max }] : null;
  };
  return applyDecorators(
    described(rest, { type: () => dto(), isArray: true, maxItems: max } as ApiPropertyOptions),
    (target: object, name: string | symbol) => {
      readFieldWith(target, String(name), (value) =>
        Array.isArray(value) ? value.map((item) => shapeMember(dto(), item)) : value,
      );
    },
    ValidateIf((_owner, value: unknown) => (value !== undefined && value !== null) || !mayLack(rest, value)),
    ValidateBy({
      name: 'field',
      validator: {
        validate: (value: unknown) => value !== undefined && value !== null && faultIn(value) === null,
        defaultMessage: (seen) => {
          const value: unknown = seen?.value;
          const [code, facts] = (value === undefined || value === null ? null : faultIn(value)) ?? ['field.required'];
          return faultMessage(code, facts);
        },
      },
    }),
    ValidateNested({ each: true }),
  );
};
