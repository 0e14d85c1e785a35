import { objection } from '../../kernel/rule.ts';
import type { CompleteDossier } from '../commands.ts';

/** R25: work ends with its product, and a product can be found again: by number, symbol or title. */
export const productNamed = ({ command }: { readonly command: CompleteDossier }) => {
  const { number, symbol, title } = command.product;
  return [number, symbol, title].every((text) => text === null) ? objection('completion.product-missing') : null;
};
