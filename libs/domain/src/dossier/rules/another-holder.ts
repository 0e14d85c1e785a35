import { objection } from '../../kernel/rule.ts';
import { same } from '../../kernel/same.ts';
import type { CustodyMoveCommand } from '../commands.ts';
import { keeperOf } from '../evolve.ts';
import type { Judged } from '../judged.ts';

/** R04: a move that moves nothing would look like work. The same officer in another unit is another place. */
export const anotherHolder = ({ command, dossier }: Pick<Judged<CustodyMoveCommand>, 'command' | 'dossier'>) =>
  same(command.to, keeperOf(dossier))
    ? objection('recipient.same-holder', { dossier: dossier.dossierId, unit: command.to.unit ?? '—' })
    : null;
