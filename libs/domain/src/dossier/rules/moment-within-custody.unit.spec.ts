import { expect, it } from '@jest/globals';
import { archive, complete, handOff, reopen } from '../../../../../test/fixtures/domain/commands.ts';
import { registerDossier } from '../../../../../test/fixtures/domain/dossier.ts';
import { judged } from '../../../../../test/fixtures/domain/judged.ts';
import { hour } from '../../../../../test/fixtures/domain/organisation.ts';
import { momentWithinCustody } from './moment-within-custody.ts';

it('R21 refuses to let go before the moment of taking', () => {
  const early = judged({ ...handOff, at: hour(-1) }, [registerDossier]);
  expect(momentWithinCustody(early)).toEqual({
    code: 'act.before-custody',
    facts: { moment: hour(-1), since: hour(0) },
  });
});

it('R21 takes the very moment of taking, and any after it', () => {
  expect(momentWithinCustody(judged({ ...handOff, at: hour(0) }, [registerDossier]))).toBeNull();
  expect(momentWithinCustody(judged(handOff, [registerDossier]))).toBeNull();
});

it.each([
  ['archives before the completion', archive, [registerDossier, complete], complete.at],
  ['reopens before the completion', reopen, [registerDossier, complete], complete.at],
  ['reopens before the archive', reopen, [registerDossier, complete, archive], archive.at],
] as const)('R21 refuses who %s', (_, command, before, closedAt) => {
  const early = judged({ ...command, at: hour(1) }, before);
  expect(momentWithinCustody(early)).toEqual({ code: 'act.before-closing', facts: { moment: hour(1), closedAt } });
  expect(momentWithinCustody(judged({ ...command, at: closedAt }, before))).toBeNull();
});
