import type { RegisteredDossier } from '../dossier/evolve.ts';
import type { DossierEvent } from '../dossier/events.ts';
import type { CaseFacts } from '../kernel/aggregate.ts';
import type { EscalatingMove, SubmissionCommand } from './commands.ts';
import type { SubmissionState } from './state.ts';

/** `correctedEventType`: of the event that a correction names, when it is one of this dossier. */
export type StreamFacts = CaseFacts & { readonly correctedEventType: DossierEvent['type'] | null };

/** A command about a dossier that exists, laid before the rules. */
export type Submitted<C extends SubmissionCommand | EscalatingMove = SubmissionCommand | EscalatingMove> = {
  readonly command: C;
  readonly dossier: RegisteredDossier;
  readonly submission: SubmissionState;
  readonly facts: CaseFacts;
};
