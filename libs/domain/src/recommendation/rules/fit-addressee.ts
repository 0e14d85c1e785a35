import { objection } from '../../kernel/rule.ts';
import type { SendRecommendation } from '../commands.ts';

/** R75: a matter for the committee goes to the agency that must submit it there, never past it; nobody asks oneself. */
export const fitAddressee = ({ command: { to, sender, forCommittee } }: { readonly command: SendRecommendation }) => {
  if (to.level === 'central') {
    return forCommittee ? objection('recommendation.committee-matter-to-central', { body: to.body }) : null;
  }
  return to.unit === sender ? objection('recommendation.to-itself', { unit: sender }) : null;
};
