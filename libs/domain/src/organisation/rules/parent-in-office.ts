import { objection } from '../../kernel/rule.ts';
import type { EstablishUnit } from '../commands.ts';
import type { OrganisationCommandFacts } from '../facts.ts';

type Case = { readonly command: EstablishUnit; readonly facts: OrganisationCommandFacts };

/** R32: a unit begins under a superior that exists on that day. */
export const parentInOffice = ({ command, facts }: Case) =>
  command.parent !== null && facts.units[command.parent] !== 'in-office'
    ? objection('unit.parent-not-in-office', { parent: command.parent, at: command.validFrom })
    : null;
