import type { Party } from '../kernel/event.ts';
import { same } from '../kernel/same.ts';
import type { DossierCommand } from './commands.ts';
import type { Holder } from './events.ts';
import type { LastMove, RegisteredDossier } from './evolve.ts';
import { saidBy } from './outcome.ts';

const isLastMove = (dossier: RegisteredDossier, to: Holder, move: LastMove): boolean =>
  dossier.status === 'open' && same(dossier.custody.holder, to) && same(dossier.custody.move, move);

const confirmedAlready = (dossier: RegisteredDossier, actor: { readonly party: Party; readonly unit: string | null }) =>
  dossier.status === 'open' && dossier.custody.receiptConfirmed && actor.unit === dossier.custody.holder.unit;

/**
 * The wish is fulfilled already: the same act sent again, which must neither be refused nor be recorded
 * twice. A performed step is never "the same": work may be done twice.
 */
export const alreadyDone = (command: DossierCommand, dossier: RegisteredDossier): boolean => {
  const { at } = command;
  const actor = command.actor.party;
  switch (command.type) {
    case 'register':
      return same(dossier.registration, saidBy(command));
    case 'assign':
      return dossier.status === 'open' && same(dossier.assignment, saidBy(command));
    case 'hand-off':
    case 'return':
    case 'submit':
      return isLastMove(dossier, command.to, { by: command.type, actor, at });
    case 'reopen':
      return isLastMove(dossier, command.holder, { by: 'reopen', actor, at });
    case 'confirm-receipt':
      return confirmedAlready(dossier, command.actor);
    case 'perform-step':
      return false;
    case 'decide':
      return dossier.status === 'open' && same(dossier.decision, { ...saidBy(command), at });
    case 'complete':
      return dossier.status === 'completed' && same(dossier.completion, saidBy(command));
    case 'correct':
      return Object.keys(command.changes).length === 0
        ? dossier.withdrawnEventIds.includes(command.correctsEventId)
        : same(dossier.current, { ...dossier.current, ...command.changes });
    case 'archive':
      return dossier.status === 'archived' && same(dossier.archive, saidBy(command));
  }
};
