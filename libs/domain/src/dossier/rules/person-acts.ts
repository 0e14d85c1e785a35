import { objection } from '../../kernel/rule.ts';
import type { DossierCommand } from '../commands.ts';
import type { Intake } from '../judged.ts';

/** Acts a machine may do by itself: take in, acknowledge delivery, run a step. All others need somebody to answer for them. */
const machineActs: readonly DossierCommand['type'][] = ['register', 'confirm-receipt', 'perform-step'];

/** Handbook, Fairness 7: system, test and shared accounts are never persons, so they carry no responsibility (R32, R33). */
export const personActs = ({ command }: Pick<Intake, 'command'>) =>
  command.actor.party.kind === 'account' && !machineActs.includes(command.type)
    ? objection('actor.not-a-person', { account: command.actor.party.id, act: command.type })
    : null;
