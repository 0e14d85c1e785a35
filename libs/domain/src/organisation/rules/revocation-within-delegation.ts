import { objection } from '../../kernel/rule.ts';
import type { RevokeDelegation } from '../commands.ts';
import type { GrantedDelegation } from '../evolve.ts';

type Case = { readonly command: RevokeDelegation; readonly state: GrantedDelegation };

/** R09: a delegation ends once, inside its period; what was done under it before stays valid. */
export const revocationWithinDelegation = ({ command, state: { grant, revocation } }: Case) => {
  const { delegationId, validFrom, validTo } = grant;
  if (revocation) {
    return objection('delegation.already-revoked', { delegation: delegationId, revokedAt: revocation.revokedAt });
  }
  return command.revokedAt < validFrom || command.revokedAt >= validTo
    ? objection('delegation.revocation-outside-period', { delegation: delegationId, validFrom, validTo })
    : null;
};
