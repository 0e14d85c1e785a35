import { expect, it } from '@jest/globals';
import { giveBack, handOff } from '../../../../../test/fixtures/domain/commands.ts';
import { registerDossier } from '../../../../../test/fixtures/domain/dossier.ts';
import { judged } from '../../../../../test/fixtures/domain/judged.ts';
import { nobody } from '../../../../../test/fixtures/domain/organisation.ts';
import { returnToFormerHolder } from './return-to-former-holder.ts';

const returnedTo = (unit: string, recipientPredecessors: readonly string[] = []) =>
  returnToFormerHolder(
    judged({ ...giveBack, to: { party: nobody, unit } }, [registerDossier, handOff], { recipientPredecessors }),
  );

it('R06 returns to a unit that held it', () => {
  expect(returnedTo('sxd')).toBeNull();
});

it('R06 returns to the unit that has taken that one over', () => {
  expect(returnedTo('merged', ['other', 'sxd'])).toBeNull();
  expect(returnedTo('merged', ['other'])?.code).toBe('return.never-held-there');
});

it('R06 refuses to return to where it never was, and names where it was', () => {
  expect(returnedTo('vp')).toEqual({ code: 'return.never-held-there', facts: { unit: 'vp', formerUnits: ['sxd'] } });
});
