import { expect, it } from '@jest/globals';
import {
  archive,
  assign,
  complete,
  confirm,
  correct,
  decideIt,
  giveBack,
  handOff,
  performStep,
  reopen,
  submit,
} from '../../../../../test/fixtures/domain/commands.ts';
import { registerDossier } from '../../../../../test/fixtures/domain/dossier.ts';
import { machine } from '../../../../../test/fixtures/domain/organisation.ts';
import { personActs } from './person-acts.ts';

const byMachine = machine('portal', 'sxd');

it.each([registerDossier, confirm, performStep])('R33 lets a machine $type', (command) => {
  expect(personActs({ command: { ...command, actor: byMachine } })).toBeNull();
});

it.each([assign, handOff, giveBack, submit, decideIt, complete, correct, reopen, archive])(
  'R33 lets only a person $type',
  (command) => {
    expect(personActs({ command })).toBeNull();
    expect(personActs({ command: { ...command, actor: byMachine } })).toEqual({
      code: 'actor.not-a-person',
      facts: { account: 'portal', act: command.type },
    });
  },
);
