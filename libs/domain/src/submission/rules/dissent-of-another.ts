import { keeperOf } from '../../dossier/evolve.ts';
import { objection } from '../../kernel/rule.ts';
import type { RecordDissent } from '../commands.ts';
import type { Submitted } from '../judged.ts';

/** R20: who submits cannot disagree with itself; such a "dissent" would be a ground made to measure (R07). */
export const dissentOfAnother = ({ command, dossier }: Pick<Submitted<RecordDissent>, 'command' | 'dossier'>) =>
  command.unit === keeperOf(dossier).unit ? objection('dissent.of-own-unit', { unit: command.unit }) : null;
