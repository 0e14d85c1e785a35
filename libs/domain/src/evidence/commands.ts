import type { CaseAct } from '../kernel/case-act.ts';
import type { DocumentReference, Basis } from '../dossier/events.ts';

/** `paths`: JSON pointers of sealed fields in the envelope of the event, such as `/data/reason`. */
export type EraseSealedFields = CaseAct<
  'erase-sealed-fields',
  {
    readonly eventId: string;
    readonly paths: readonly string[];
    readonly ground: Basis;
    readonly document: DocumentReference | null;
  }
>;
