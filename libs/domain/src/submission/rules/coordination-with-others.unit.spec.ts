import { expect, it } from '@jest/globals';
import { registerDossier } from '../../../../../test/fixtures/domain/dossier.ts';
import { coordinate, submitted } from '../../../../../test/fixtures/domain/submission.ts';
import { coordinationWithOthers } from './coordination-with-others.ts';

it('R20 takes another unit to coordinate with', () => {
  const code = (...units: string[]) =>
    coordinationWithOthers(submitted({ ...coordinate, units }, [registerDossier]))?.code;
  expect(code('stc', 'sxd')).toBeUndefined();
  expect(code('sxd')).toBe('coordination.with-nobody');
});
