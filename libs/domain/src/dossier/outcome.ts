import type { ArchiveDossier, CompleteDossier, CustodyMoveCommand, DossierCommand, LaterCommand } from './commands.ts';
import type { CustodyMove, DossierArchived, DossierCompleted, DossierEvent } from './events.ts';
import { keeperOf, type RegisteredDossier } from './evolve.ts';

/** What a command says of the act itself, without its envelope. */
export const saidBy = <C extends DossierCommand>(command: C): Omit<C, 'type' | 'at' | 'actor'> => {
  const { type: _type, at: _at, actor: _actor, ...said } = command;
  return said;
};

const custodyOf = (dossier: RegisteredDossier) => {
  if (dossier.status === 'archived') throw new Error(`dossier ${dossier.dossierId} is in the archive: nobody holds it`);
  return dossier.custody;
};

const moved = (command: CustodyMoveCommand, dossier: RegisteredDossier): CustodyMove => {
  const { holder, since } = custodyOf(dossier);
  return { from: holder, to: command.to, heldSince: since };
};

const completed = ({ product, outcome }: CompleteDossier, dossier: RegisteredDossier): DossierCompleted['data'] => {
  const { holder, since } = custodyOf(dossier);
  return { product, outcome, holder, heldSince: since, deadline: dossier.current.deadline };
};

const archived = ({ fileCode, retention }: ArchiveDossier, dossier: RegisteredDossier): DossierArchived['data'] => {
  const { holder, since } = custodyOf(dossier);
  return { fileCode, retention, holder, heldSince: since };
};

/** The fact recorded when no rule objects. MUST be asked only after the rules: it is not one itself. */
export const outcomeOf = (command: LaterCommand, dossier: RegisteredDossier): DossierEvent => {
  const version = 1;
  switch (command.type) {
    case 'assign':
      return { type: 'dossier.assigned', version, data: saidBy(command) };
    case 'hand-off':
      return { type: 'dossier.handed-off', version, data: { ...saidBy(command), ...moved(command, dossier) } };
    case 'confirm-receipt':
      return { type: 'dossier.receipt-confirmed', version, data: { ...saidBy(command), holder: keeperOf(dossier) } };
    case 'return':
      return { type: 'dossier.returned', version, data: { ...saidBy(command), ...moved(command, dossier) } };
    case 'perform-step':
      return { type: 'dossier.step-performed', version, data: saidBy(command) };
    case 'submit':
      return { type: 'dossier.submitted', version, data: { ...saidBy(command), ...moved(command, dossier) } };
    case 'decide':
      return { type: 'dossier.decided', version, data: saidBy(command) };
    case 'complete':
      return { type: 'dossier.completed', version, data: completed(command, dossier) };
    case 'correct':
      return { type: 'dossier.corrected', version, data: saidBy(command) };
    case 'reopen':
      return { type: 'dossier.reopened', version, data: saidBy(command) };
    case 'archive':
      return { type: 'dossier.archived', version, data: archived(command, dossier) };
  }
};
