import { clockAccount } from '../../kernel/case-actor.ts';
import { objection } from '../../kernel/rule.ts';
import type { ClockCommand } from '../commands.ts';

/** That time has passed is said by the clock alone: a person could otherwise end another body's time (R15, R17). */
export const clockOnly = ({ command: { actor } }: { readonly command: ClockCommand }) =>
  actor.party.kind === 'account' && actor.party.id === clockAccount
    ? null
    : objection('case.not-yours', { units: [], unit: actor.unit ?? '' });
