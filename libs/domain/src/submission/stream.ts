import { evolve, initial, type DossierState } from '../dossier/evolve.ts';
import { isDossierEvent } from '../dossier/events.ts';
import { evolveSubmission, initialSubmission, type StreamFact, type SubmissionState } from './state.ts';

/** Both sides of a dossier's stream: who has had it, and what was done about it on the way to a decision. */
export type StreamState = { readonly dossier: DossierState; readonly submission: SubmissionState };

export const initialStream: StreamState = { dossier: initial, submission: initialSubmission };

/** Folds one fact. Throws on a history that no decider can have written. */
export const evolveStream = ({ dossier, submission }: StreamState, event: StreamFact): StreamState => ({
  dossier: isDossierEvent(event) ? evolve(dossier, event) : dossier,
  submission: evolveSubmission(submission, event),
});
