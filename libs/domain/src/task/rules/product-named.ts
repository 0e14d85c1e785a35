import { objection } from '../../kernel/rule.ts';
import type { SubmitProduct } from '../commands.ts';
import type { Judged } from '../judged.ts';

/** A product is a document that can be found again: by number or by title (R25). */
export const productNamed = ({ command: { product } }: Judged<SubmitProduct>) =>
  product.number === null && product.title === null ? objection('task.product-missing') : null;
