import { objection } from '../../kernel/rule.ts';
import type { SendRecommendation } from '../commands.ts';

/**
 * R03, directive of 28/4/2023 section 1: nothing goes to the Government or the Prime Minister unless an
 * obstacle goes beyond what the province may decide; both are said.
 */
export const centralOnlyWithGround = ({ command }: { readonly command: SendRecommendation }) =>
  command.to.level === 'central' && (command.obstacle === null || command.beyondAuthorityBasis === null)
    ? objection('recommendation.central-without-ground', { body: command.to.body })
    : null;
