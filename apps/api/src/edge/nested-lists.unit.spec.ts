import { expect, it } from '@jest/globals';
import { IdField, NestedField, NestedListField } from './fields.ts';
import { RequestInvalid } from './problem-errors.ts';
import { readDto } from './shapes.ts';

class BodyNamedDto {
  @IdField({ description: 'Cơ quan' })
  readonly unit!: string;
}

class LetterDto {
  @NestedListField({ description: 'Nơi nhận', dto: () => BodyNamedDto, max: 2 })
  readonly bodies!: readonly BodyNamedDto[];

  @NestedField({ description: 'Nơi gửi', dto: () => BodyNamedDto, optional: true })
  readonly from?: BodyNamedDto | null;
}

const faultsOf = (input: unknown): readonly string[] => {
  try {
    readDto(LetterDto, input);
  } catch (error) {
    if (error instanceof RequestInvalid) return error.faults.map(({ path, messageEn }) => `${path}: ${messageEn}`);
    throw error;
  }
  return [];
};

it.each([
  ['an object', { a: 1 }],
  ['an empty object', {}],
  ['a text', 'x'],
  ['a number', 3],
])('says once that %s is not the list it should be', (_what, bodies) => {
  expect(faultsOf({ bodies })).toEqual(['bodies: must be a list']);
});

it('says which members of a list are no objects, and what the others lack', () => {
  expect(faultsOf({ bodies: [[{ unit: 'a' }], {}] })).toEqual([
    'bodies.0: must be an object',
    'bodies.1.unit: is required',
  ]);
  expect(faultsOf({ bodies: [[], null] })).toEqual(['bodies.0: must be an object', 'bodies.1: must be an object']);
  expect(faultsOf({ bodies: [1] })).toEqual(['bodies.0: must be an object']);
  expect(faultsOf({ bodies: [{ unit: 'a' }] })).toEqual([]);
});

it('takes no list for an object, not even an empty one', () => {
  expect(faultsOf({ bodies: [], from: [] })).toEqual(['from: must be an object']);
  expect(faultsOf({ bodies: [], from: [{ unit: 'a' }] })).toEqual(['from: must be an object']);
});
