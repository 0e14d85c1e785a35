import type { DossierCommand } from './commands.ts';
import type { RegisteredDossier } from './evolve.ts';
import type { DossierFacts, OrganisationFacts } from './facts.ts';

/** A command laid before the rules, before the dossier exists … */
export type Intake<C extends DossierCommand = DossierCommand> = { readonly command: C; readonly facts: DossierFacts };

/** … and against a dossier that exists. */
export type Judged<C extends DossierCommand = DossierCommand> = Intake<C> & { readonly dossier: RegisteredDossier };

/** What rules about people and offices see; they are asked only for acts entered here (docs/decisions/0012). */
export type InOffice<Case> = Case & { readonly organisation: OrganisationFacts };
