import { objection } from '../../kernel/rule.ts';
import { same } from '../../kernel/same.ts';
import type { ClaimReason } from '../commands.ts';

/** R38: the reason is claimed by the person who has it; silence is no admission, so nobody claims for another. */
export const ownReason = ({ command: { officer, actor } }: { readonly command: ClaimReason }) =>
  same(actor.party, { kind: 'officer', id: officer }) ? null : objection('reason.not-the-officer', { officer });
