import { expect, it } from '@jest/globals';
import { giveBack, handOff } from '../../../../../test/fixtures/domain/commands.ts';
import { registerDossier } from '../../../../../test/fixtures/domain/dossier.ts';
import { judged } from '../../../../../test/fixtures/domain/judged.ts';
import { rightUnitIsAnother } from './right-unit-is-another.ts';

const naming = (rightUnit: string | null) =>
  rightUnitIsAnother(judged({ ...giveBack, rightUnit }, [registerDossier, handOff]))?.code;

it('R06 refuses to name oneself as the right unit', () => {
  expect(naming('stc')).toBe('return.right-unit-is-own');
});

it('R06 takes another unit, or none when the returning one cannot tell', () => {
  expect(naming('vp')).toBeUndefined();
  expect(naming(null)).toBeUndefined();
});
