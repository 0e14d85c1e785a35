import { expect, it } from '@jest/globals';
import { knownConcerns } from './known-concerns.ts';

it('R08 refuses a concern that names no subject of the ledger', () => {
  for (const concern of ['nv-1', 'unit-sxd', 'task-', 'office-o-1']) {
    expect(knownConcerns(['task-nv-1', concern])).toMatchObject({
      code: 'obstacle.concern-malformed',
      facts: { concern },
    });
  }
});

it('R08 takes tasks, dossiers, consultations, recommendations, directives, or none', () => {
  expect(knownConcerns(['task-1', 'dossier-HS-1', 'consultation-1', 'recommendation-1', 'directive-1'])).toBeNull();
  expect(knownConcerns([])).toBeNull();
});
