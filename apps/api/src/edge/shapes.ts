import { validateSync, type ValidationError } from 'class-validator';
import { clean } from './clean-text.ts';
import { faultOf, type Fault, type FaultCode, type FaultFacts } from './faults.ts';
import { RequestInvalid } from './problem-errors.ts';

export type DtoClass<T extends object = object> = new () => T;
type Reader = (value: unknown) => unknown;

/** Per class and field: how the JSON value becomes the DTO's (a nested DTO, a moment in the ledger's form). */
const readers = new Map<unknown, Map<string, Reader>>();

export const readFieldWith = (dto: object, field: string, reader: Reader): void => {
  const known = readers.get(dto.constructor) ?? new Map<string, Reader>();
  known.set(field, reader);
  readers.set(dto.constructor, known);
};

/** class-validator carries one text per fault; the code and its facts travel in it. */
export const faultMessage = (code: FaultCode, facts: FaultFacts = {}): string => JSON.stringify([code, facts]);

/** A DTO instance with the value's own members and nothing else; what is no object is left for validation to refuse. */
const shape = <T extends object>(dto: DtoClass<T>, value: unknown): unknown => {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  const shaped = Object.assign(new dto(), value) as Record<string, unknown>;
  for (let type: unknown = dto; type !== Function.prototype && type !== null; type = Object.getPrototypeOf(type)) {
    for (const [field, reader] of readers.get(type) ?? []) {
      if (Object.hasOwn(value, field)) shaped[field] = reader(shaped[field]);
    }
  }
  return shaped;
};

/** class-validator looks through a list at its members, so that an empty one would pass for an object. */
export const shapeMember = (dto: DtoClass, value: unknown): unknown =>
  Array.isArray(value) ? 'a list' : shape(dto, value);

const rules = {
  whitelist: true,
  forbidNonWhitelisted: true,
  forbidUnknownValues: true,
  validationError: { target: false, value: false },
} as const;

const readMessage = (constraint: string, message: string): { code: FaultCode; facts: FaultFacts } => {
  if (constraint === 'whitelistValidation') return { code: 'field.unknown', facts: {} };
  if (constraint === 'nestedValidation' || constraint === 'unknownValue')
    return { code: 'value.not-object', facts: {} };
  const [code, facts] = JSON.parse(message) as [FaultCode, FaultFacts];
  return { code, facts };
};

const listFaults = (errors: readonly ValidationError[], parent: string): Fault[] =>
  errors.flatMap((error) => {
    const path = parent === '' ? error.property : `${parent}.${error.property}`;
    const read = Object.entries(error.constraints ?? {}).map(([constraint, message]) =>
      readMessage(constraint, message),
    );
    // What should be a list and is none has no members to find fault with.
    const noList = read.find(({ code }) => code === 'value.not-list');
    if (noList !== undefined) return [faultOf(path, noList.code)];
    return [...read.map(({ code, facts }) => faultOf(path, code, facts)), ...listFaults(error.children ?? [], path)];
  });

/** Reads a body or query into its DTO. Throws RequestInvalid with every fault. */
export const readDto = <T extends object>(dto: DtoClass<T>, input: unknown): T => {
  const { value, faults } = clean(input ?? {});
  const shaped = shape(dto, value);
  if (!(shaped instanceof dto)) throw new RequestInvalid([...faults, faultOf('', 'value.not-object')]);
  const all = [...faults, ...listFaults(validateSync(shaped, rules), '')];
  if (all.length > 0) throw new RequestInvalid(all);
  return shaped;
};
