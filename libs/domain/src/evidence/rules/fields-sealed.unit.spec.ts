import { expect, it } from '@jest/globals';
import { fieldsSealed } from './fields-sealed.ts';

const event = { sealedPaths: ['/data/reason', '/data/note'] };
const askedFor = (...paths: readonly string[]) => fieldsSealed({ command: { paths }, event });

it('R33 takes sealed fields of the event, and nothing else of it', () => {
  expect(askedFor('/data/note')).toBeNull();
  expect(askedFor('/data/reason', '/data/note')).toBeNull();
  expect(askedFor('/data/reason', '/actor')).toEqual({
    code: 'erasure.field-not-sealed',
    facts: { field: '/actor', sealed: event.sealedPaths },
  });
  expect(askedFor('/data')?.code).toBe('erasure.field-not-sealed');
});

it('R59 erases something', () => {
  expect(askedFor()?.code).toBe('erasure.without-field');
});
