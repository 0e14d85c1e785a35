import { expect, it } from '@jest/globals';
import { registerDossier } from '../../../../../test/fixtures/domain/dossier.ts';
import { coordinate, dissent, submitted } from '../../../../../test/fixtures/domain/submission.ts';
import { freeNumber } from './free-number.ts';

it('R20 gives one id to one attempt and to one dissent, each on its own', () => {
  const attempt = { ...coordinate, attemptId: 'ph-1' };
  const said = { ...dissent, dissentId: 'ph-1' };
  expect(freeNumber(submitted(said, [registerDossier, attempt]))).toBeNull();
  expect(freeNumber(submitted({ ...attempt, topic: 'Quy mô' }, [registerDossier, attempt]))?.code).toBe(
    'coordination.id-taken',
  );
  expect(freeNumber(submitted({ ...said, content: 'Quy mô' }, [registerDossier, said]))?.code).toBe('dissent.id-taken');
  expect(freeNumber(submitted(dissent, [registerDossier, dissent]))).toBeNull();
});
