import { objection } from '../../kernel/rule.ts';
import type { EraseSealedFields } from '../commands.ts';
import type { ErasableEvent } from '../erasable-event.ts';

/** Only what was sealed can go: the event, its actor, its times and its type stay whatever the ground (R33). */
export const fieldsSealed = ({
  command: { paths },
  event: { sealedPaths },
}: {
  readonly command: Pick<EraseSealedFields, 'paths'>;
  readonly event: Pick<ErasableEvent, 'sealedPaths'>;
}) => {
  if (paths.length === 0) return objection('erasure.without-field');
  const open = paths.find((path) => !sealedPaths.includes(path));
  return open === undefined ? null : objection('erasure.field-not-sealed', { field: open, sealed: sealedPaths });
};
