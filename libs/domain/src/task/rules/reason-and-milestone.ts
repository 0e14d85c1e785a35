import { objection } from '../../kernel/rule.ts';
import { isInstant } from '../../time/instant.ts';
import type { RequestExtension, RequestWithdrawal } from '../commands.ts';

/** Who asks for more time, or to be let off, says why AND commits to a milestone (directive 002 §1c: R26). */
export const reasonAndMilestone = ({
  command: { reason, milestone },
}: {
  readonly command: RequestExtension | RequestWithdrawal;
}) => {
  const missing = [
    ...(reason === null ? ['reason'] : []),
    ...(milestone === null || !isInstant(milestone) ? ['milestone'] : []),
  ];
  return missing.length === 0 ? null : objection('task.request-incomplete', { missing });
};
