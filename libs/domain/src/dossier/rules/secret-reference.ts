import { objection } from '../../kernel/rule.ts';
import type { RegisterDossier } from '../commands.ts';

/** Handbook, Fairness 13: a secret dossier is found by its opaque reference only; an open one has no use for it. */
export const secretReference = ({ command }: { readonly command: RegisterDossier }) => {
  if (command.secrecy !== 'none' && command.secretReference === null) {
    return objection('secrecy.reference-missing', { secrecy: command.secrecy });
  }
  return command.secrecy === 'none' && command.secretReference !== null
    ? objection('secrecy.reference-needless', { reference: command.secretReference })
    : null;
};
