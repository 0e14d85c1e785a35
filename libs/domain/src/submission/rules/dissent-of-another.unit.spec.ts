import { expect, it } from '@jest/globals';
import { registerDossier } from '../../../../../test/fixtures/domain/dossier.ts';
import { dissent, submitted } from '../../../../../test/fixtures/domain/submission.ts';
import { dissentOfAnother } from './dissent-of-another.ts';

it('R20 hears no dissent of the holding unit from itself', () => {
  expect(dissentOfAnother(submitted(dissent, [registerDossier]))).toBeNull();
  expect(dissentOfAnother(submitted({ ...dissent, unit: 'sxd' }, [registerDossier]))?.code).toBe('dissent.of-own-unit');
});
