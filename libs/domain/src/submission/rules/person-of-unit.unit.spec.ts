import { expect, it } from '@jest/globals';
import { registerDossier } from '../../../../../test/fixtures/domain/dossier.ts';
import { account, actor, nobody, officer } from '../../../../../test/fixtures/domain/organisation.ts';
import { object, refuseProcessing, review, submitted } from '../../../../../test/fixtures/domain/submission.ts';
import { personOfUnit } from './person-of-unit.ts';

it('R35 R64 names a person who serves in the holding unit', () => {
  expect(personOfUnit(submitted(review, [registerDossier]))).toBeNull();
  expect(personOfUnit(submitted(refuseProcessing, [registerDossier]))).toBeNull();
  const code = (recordedFor: typeof nobody) =>
    personOfUnit(submitted({ ...refuseProcessing, recordedFor }, [registerDossier]))?.code;
  expect([nobody, account('portal'), officer('bursar'), officer('idle')].map(code)).toEqual(
    Array.from({ length: 4 }, () => 'person.not-of-unit'),
  );
});

it('R33 takes an objector of the unit that records the objection', () => {
  const byFinance = { ...object, actor: actor('bursar', 'stc'), objector: officer('bursar') };
  expect(personOfUnit(submitted(object, [registerDossier]))).toBeNull();
  expect(personOfUnit(submitted(byFinance, [registerDossier]))).toBeNull();
  expect(personOfUnit(submitted({ ...byFinance, objector: officer('member') }, [registerDossier]))?.code).toBe(
    'person.not-of-unit',
  );
});
