import type { Actor } from '../kernel/actor.ts';
import type { Instant } from '../kernel/event.ts';
import type {
  DossierArchived,
  DossierAssigned,
  DossierCompleted,
  DossierCorrected,
  DossierDecided,
  DossierHandedOff,
  DossierReceiptConfirmed,
  DossierRegistered,
  DossierReopened,
  DossierReturned,
  DossierStepPerformed,
  DossierSubmitted,
} from './events.ts';

/** `at`: when the act happened, as claimed; it becomes `occurredAt` of the events. */
type Act<Type extends string, Fields> = {
  readonly type: Type;
  readonly at: Instant;
  readonly actor: Actor;
} & Fields;

/** Who had it and since when is the dossier's own knowledge, never the caller's. */
type FromState = 'from' | 'heldSince';

export type RegisterDossier = Act<'register', DossierRegistered['data']>;
export type AssignDossier = Act<'assign', DossierAssigned['data']>;
export type HandOffDossier = Act<'hand-off', Omit<DossierHandedOff['data'], FromState>>;
export type ConfirmReceipt = Act<'confirm-receipt', Omit<DossierReceiptConfirmed['data'], 'holder'>>;
export type ReturnDossier = Act<'return', Omit<DossierReturned['data'], FromState>>;
export type PerformStep = Act<'perform-step', DossierStepPerformed['data']>;
export type SubmitDossier = Act<'submit', Omit<DossierSubmitted['data'], FromState>>;
export type DecideDossier = Act<'decide', DossierDecided['data']>;
export type CompleteDossier = Act<'complete', Pick<DossierCompleted['data'], 'product' | 'outcome'>>;
export type CorrectDossier = Act<'correct', DossierCorrected['data']>;
export type ReopenDossier = Act<'reopen', DossierReopened['data']>;
export type ArchiveDossier = Act<'archive', Pick<DossierArchived['data'], 'fileCode' | 'retention'>>;

export type DossierCommand =
  | RegisterDossier
  | AssignDossier
  | HandOffDossier
  | ConfirmReceipt
  | ReturnDossier
  | PerformStep
  | SubmitDossier
  | DecideDossier
  | CompleteDossier
  | CorrectDossier
  | ReopenDossier
  | ArchiveDossier;

/** Acts that take the dossier out of one hand and put it into another. */
export type CustodyMoveCommand = HandOffDossier | ReturnDossier | SubmitDossier;

/** Everything that can be done to a dossier that exists. */
export type LaterCommand = Exclude<DossierCommand, RegisterDossier>;
