import { keeperOf } from '../../dossier/evolve.ts';
import { objection } from '../../kernel/rule.ts';
import type { RecordCoordination } from '../commands.ts';
import type { Submitted } from '../judged.ts';

/** R20, R07: one coordinates with others; a meeting of one unit with itself proves no attempt to agree. */
export const coordinationWithOthers = ({
  command,
  dossier,
}: Pick<Submitted<RecordCoordination>, 'command' | 'dossier'>) =>
  command.units.some((unit) => unit !== keeperOf(dossier).unit)
    ? null
    : objection('coordination.with-nobody', { unit: keeperOf(dossier).unit ?? '—' });
