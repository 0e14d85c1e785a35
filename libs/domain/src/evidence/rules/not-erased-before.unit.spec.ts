import { expect, it } from '@jest/globals';
import { notErasedBefore } from './not-erased-before.ts';

it('R59 erases a field once', () => {
  const asked = (paths: readonly string[]) => notErasedBefore({ command: { paths }, erased: ['/data/reason'] });
  expect(asked(['/data/note'])).toBeNull();
  expect(asked(['/data/note', '/data/reason'])).toEqual({
    code: 'erasure.already-erased',
    facts: { field: '/data/reason' },
  });
});
