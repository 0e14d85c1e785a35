import { objection } from '../../kernel/rule.ts';
import type { ReviewRegulation } from '../commands.ts';

/** R34: an amendment names its document; steps are counted before and after, and only an amendment changes them. */
export const amendmentShown = ({ command }: { readonly command: ReviewRegulation }) => {
  const { amended, document, stepsBefore, stepsAfter } = command;
  if (amended && document === null) return objection('regulation.amendment-without-document');
  if (stepsAfter !== null && stepsBefore === null) return objection('regulation.steps-half-counted');
  return !amended && stepsAfter !== null && stepsAfter !== stepsBefore
    ? objection('regulation.steps-without-amendment')
    : null;
};
