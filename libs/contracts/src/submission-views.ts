import type { PartyView, UnitRef } from './views.ts';

/** How a dossier passed upward, or sideways on a stated ground, was answered; `pending`: no answer recorded. */
export type SubmissionStatus = 'pending' | 'accepted' | 'refused' | 'returned' | 'forwarded';
export type EscalationGroundView = 'beyond-authority' | 'no-consensus' | 'direction' | 'delegation';

/** One passing of a dossier from a unit to another: submitted upward, or handed over on a stated ground. */
export type SubmissionView = {
  readonly dossierId: string;
  /** 0 for the first passing of the dossier. */
  readonly ordinal: number;
  readonly subject: string | null;
  readonly secretReference: string | null;
  readonly dossierType: string;
  readonly by: 'submit' | 'hand-off';
  readonly submitter: UnitRef;
  readonly submittedBy: PartyView;
  readonly receiver: UnitRef;
  readonly at: string;
  /** Ledger position of the event that states or makes the passing. */
  readonly position: string;
  readonly ground: EscalationGroundView | null;
  readonly explanation: string | null;
  /** Dissents filed with it. */
  readonly openDissents: number;
  readonly status: SubmissionStatus;
  readonly answeredAt: string | null;
  readonly answeredBy: UnitRef | null;
  readonly answeredPosition: string | null;
  readonly reason: string | null;
  readonly basis: string | null;
  /** The Office that stood at the gate; null where none did anything. */
  readonly gate: UnitRef | null;
  readonly checkedAt: string | null;
  readonly conforming: boolean | null;
  readonly gateOutcome: 'returned' | 'forwarded' | null;
  readonly defects: readonly string[];
};

/** A share with its denominator and 95 % interval; `share` and `interval` null: withheld, too few cases. */
export type ShareView = {
  readonly numerator: number;
  readonly denominator: number;
  readonly share: number | null;
  readonly interval: { readonly low: number; readonly high: number } | null;
};

/** Per submitting unit: of the dossiers an Office has answered, how many went on at the first try without a defect. */
export type FirstPassView = {
  readonly submitter: UnitRef;
  readonly firstPass: ShareView;
  /** Returns for defects, later tries included. */
  readonly returns: number;
  /** Sent on by the Office although defective: the Office's answer to give, not the submitter's. */
  readonly forwardedDefective: number;
};

/** Per unit, never per person: through how many levels its documents went, and how many of them added nothing. */
export type ReviewDepthView = {
  readonly unit: UnitRef;
  readonly documents: number;
  readonly levels: number;
  readonly deepest: number;
  /** Levels that changed nothing and noted nothing. */
  readonly valueFree: ShareView;
};

/** An open dossier on its way round: how often it changed units since anything was done about its substance. */
export type CirculationView = {
  readonly dossierId: string;
  readonly subject: string | null;
  readonly secretReference: string | null;
  readonly dossierType: string;
  readonly holderUnit: UnitRef | null;
  readonly hops: number;
  /** Units in the order the dossier lay with them since then. */
  readonly visited: readonly UnitRef[];
  /** One of them had it twice. */
  readonly circular: boolean;
  /** The last act on substance, or the registration where there was none. */
  readonly since: string;
  readonly workingMs: number;
};

/** A → B → A between units. Not a fault by itself: whose function it was is for people to find (handbook, decision 6). */
export type PingPongView = {
  readonly from: UnitRef;
  readonly via: UnitRef;
  readonly times: number;
  /** Those in which nothing was done about the substance at `via`. */
  readonly withoutSubstance: number;
  /** Those that ended with a formal return. */
  readonly byReturn: number;
  readonly dossiers: number;
};
