import { objection } from '../../kernel/rule.ts';
import type { RegisterDossier } from '../commands.ts';

/** Decree 30/2020 art. 8 (trích yếu), R21: what is not secret is registered with its subject. */
export const subjectNamed = ({ command }: { readonly command: RegisterDossier }) =>
  command.secrecy === 'none' && command.subject === null ? objection('registration.subject-missing') : null;
