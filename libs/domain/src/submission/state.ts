import type { DossierStreamEvent } from '../events.ts';
import { isDossierEvent, type Holder } from '../dossier/events.ts';
import type { Circumstances, Instant, Party, UnitId } from '../kernel/event.ts';
import type {
  ConsensusFailed,
  CoordinationAttempted,
  EscalationGround,
  SubmissionChecked,
  SubmissionEvent,
} from './events.ts';

/** An event of a dossier's stream with what the fold needs of its circumstances. */
export type StreamFact = DossierStreamEvent & Pick<Circumstances, 'occurredAt' | 'actor'>;

/** How the dossier came to the unit that has it: the last move from one unit to another. */
export type Passing = {
  readonly by: 'submit' | 'hand-off';
  /** Who passed it; stays when an Office forwards it. */
  readonly from: Holder;
  readonly ground: EscalationGround | null;
  /** The unit whose answer is awaited: the receiver, or the one an Office forwarded it to. */
  readonly unit: UnitId | null;
  readonly accepted: boolean;
};

/** An act as recorded, kept to recognise the same one sent again. */
type RecordedAct = {
  readonly type: SubmissionEvent['type'];
  readonly at: Instant;
  readonly actor: Party;
  readonly data: SubmissionEvent['data'];
};

export type SubmissionState = {
  readonly holderUnit: UnitId | null;
  readonly attempts: readonly Pick<CoordinationAttempted['data'], 'attemptId' | 'result'>[];
  /** `resolution` null: still open. */
  readonly dissents: readonly {
    readonly dissentId: string;
    readonly unit: UnitId;
    readonly resolution: string | null;
  }[];
  readonly failures: readonly Pick<ConsensusFailed['data'], 'attempts' | 'dissents'>[];
  readonly passing: Passing | null;
  /** The latest check since the dossier came to the unit that has it. */
  readonly check: SubmissionChecked['data'] | null;
  readonly supplements: number;
  readonly acts: readonly RecordedAct[];
};

export const initialSubmission: SubmissionState = {
  holderUnit: null,
  attempts: [],
  dissents: [],
  failures: [],
  passing: null,
  check: null,
  supplements: 0,
  acts: [],
};

export const openDissents = ({ dissents }: SubmissionState): readonly string[] =>
  dissents.filter(({ resolution }) => resolution === null).map(({ dissentId }) => dissentId);

type Move = { readonly by: Passing['by'] | 'return' | 'reopen'; readonly from: Holder | null; readonly to: Holder };

/** Inside one unit nothing is passed. What an Office forwards stays the submitter's; any other move begins anew. */
const moved = (state: SubmissionState, { by, from, to }: Move): SubmissionState => {
  if (to.unit === state.holderUnit) return state;
  const forwarded = state.passing !== null && state.passing.unit !== state.holderUnit;
  const passed = (by === 'submit' || by === 'hand-off') && from !== null;
  const begun: Passing | null = passed ? { by, from, ground: null, unit: to.unit, accepted: false } : null;
  return { ...state, holderUnit: to.unit, check: null, passing: forwarded ? state.passing : begun };
};

const resolved = (state: SubmissionState, id: string, resolution: string): SubmissionState => ({
  ...state,
  dissents: state.dissents.map((dissent) => (dissent.dissentId === id ? { ...dissent, resolution } : dissent)),
});

const passing = (state: SubmissionState, changes: Partial<Passing>): SubmissionState =>
  state.passing === null ? state : { ...state, passing: { ...state.passing, ...changes } };

const folded = (state: SubmissionState, event: StreamFact): SubmissionState => {
  switch (event.type) {
    case 'dossier.registered':
      return { ...state, holderUnit: event.data.holder.unit };
    case 'dossier.handed-off':
      return moved(state, { by: 'hand-off', ...event.data });
    case 'dossier.submitted':
      return moved(state, { by: 'submit', ...event.data });
    case 'dossier.returned':
      return moved(state, { by: 'return', ...event.data });
    case 'dossier.reopened':
      return moved(state, { by: 'reopen', from: null, to: event.data.holder });
    case 'coordination.attempted': {
      const { attemptId, result } = event.data;
      return { ...state, attempts: [...state.attempts, { attemptId, result }] };
    }
    case 'dissent.recorded': {
      const { dissentId, unit } = event.data;
      return { ...state, dissents: [...state.dissents, { dissentId, unit, resolution: null }] };
    }
    case 'dissent.resolved':
      return resolved(state, event.data.dissentId, event.data.resolution);
    case 'consensus.failed': {
      const { attempts, dissents } = event.data;
      return { ...state, failures: [...state.failures, { attempts, dissents }] };
    }
    case 'escalation.stated':
      return event.data.from.unit === event.data.to.unit ? state : passing(state, { ground: event.data.ground });
    case 'escalation.accepted':
      return passing(state, { accepted: true });
    case 'submission.checked':
      return { ...state, check: event.data };
    case 'submission.forwarded':
      return passing(state, { unit: event.data.to.unit, accepted: false });
    case 'supplement.requested':
      return { ...state, supplements: event.data.ordinal };
    case 'escalation.refused':
    case 'submission.returned':
    case 'review.level-passed':
    case 'apology.issued':
    case 'processing.refused':
    case 'objection.recorded':
    case 'dossier.assigned':
    case 'dossier.receipt-confirmed':
    case 'dossier.step-performed':
    case 'dossier.decided':
    case 'dossier.completed':
    case 'dossier.corrected':
    case 'dossier.archived':
      return state;
  }
};

/** Folds one fact of the dossier's stream: its own events, and the moves of custody they go with. */
export const evolveSubmission = (state: SubmissionState, event: StreamFact): SubmissionState => {
  const after = folded(state, event);
  if (isDossierEvent(event)) return after;
  const { type, occurredAt: at, actor, data } = event;
  return { ...after, acts: [...after.acts, { type, at, actor, data }] };
};
