import { objection } from '../../kernel/rule.ts';
import type { EraseSealedFields } from '../commands.ts';

/** A field is erased once, on one ground: a second ground under it would hide the first (R59). */
export const notErasedBefore = ({
  command: { paths },
  erased,
}: {
  readonly command: Pick<EraseSealedFields, 'paths'>;
  readonly erased: readonly string[];
}) => {
  const gone = paths.find((path) => erased.includes(path));
  return gone === undefined ? null : objection('erasure.already-erased', { field: gone });
};
