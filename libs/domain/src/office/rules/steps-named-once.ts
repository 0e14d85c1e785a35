import { objection } from '../../kernel/rule.ts';
import type { LayDownProcedure } from '../commands.ts';

/** R33: a step named twice would have two answers to "who answers for it". */
export const stepsNamedOnce = ({ command: { steps } }: { readonly command: LayDownProcedure }) => {
  const repeated = steps.find((step, index) => steps.indexOf(step) !== index);
  return repeated === undefined ? null : objection('procedure.step-repeated', { step: repeated });
};
