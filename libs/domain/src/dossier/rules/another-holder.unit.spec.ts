import { expect, it } from '@jest/globals';
import { handOff, toBursar } from '../../../../../test/fixtures/domain/commands.ts';
import { registerDossier } from '../../../../../test/fixtures/domain/dossier.ts';
import { judged } from '../../../../../test/fixtures/domain/judged.ts';
import { nobody } from '../../../../../test/fixtures/domain/organisation.ts';
import { anotherHolder } from './another-holder.ts';

it('R04 refuses a move to the present holder', () => {
  const toHolder = { ...handOff, to: registerDossier.holder };
  expect(anotherHolder(judged(toHolder, [registerDossier]))?.code).toBe('recipient.same-holder');
});

it('R04 lets it go to another person, and to the same unit without a name', () => {
  expect(anotherHolder(judged(handOff, [registerDossier]))).toBeNull();
  expect(anotherHolder(judged({ ...handOff, to: { party: nobody, unit: 'sxd' } }, [registerDossier]))).toBeNull();
  expect(
    anotherHolder(judged({ ...handOff, to: { ...registerDossier.holder, unit: 'stc' } }, [registerDossier])),
  ).toBeNull();
  expect(anotherHolder(judged({ ...handOff, to: toBursar }, [registerDossier, handOff]))).not.toBeNull();
});
