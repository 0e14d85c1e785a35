import { objection } from '../../kernel/rule.ts';
import type { Intake } from '../judged.ts';

/** R33: every act entered here has a named actor. "Unknown" is for sources that do not say. */
export const knownActor = ({ command }: Pick<Intake, 'command'>) =>
  command.actor.party.kind === 'unknown' ? objection('actor.unknown') : null;
