import { objection } from '../../kernel/rule.ts';
import { overlap } from '../../organisation/period.ts';
import type { AssignAuthority } from '../commands.ts';
import type { AuthorityMatrix } from '../matrix.ts';

/**
 * One unit holds one power over one kind of matter once at a time (R01; 000 §1, 001 §1.2, 002 §1d): of two
 * entries with different ends nobody could say when the power ceased.
 */
export const oneCellAtATime = ({
  command,
  matrix,
}: {
  readonly command: AssignAuthority;
  readonly matrix: AuthorityMatrix;
}) => {
  const { unitId, power, matterKind } = command;
  const twin = matrix
    .cellsFor(matterKind)
    .find((cell) => cell.unitId === unitId && cell.power === power && overlap(cell, command));
  return twin
    ? objection('authority.already-assigned', { unit: unitId, matter: matterKind, authority: twin.authorityId })
    : null;
};
