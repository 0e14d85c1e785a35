import type { Fact } from '../kernel/aggregate.ts';
import type { Instant } from '../kernel/event.ts';
import type { TaskCommitmentBroken, TaskCommitmentMade, TaskCommitmentMet } from './events.ts';
import type { Commitment } from './state.ts';

type Commitments = readonly Commitment[];

const ended = (
  commitments: Commitments,
  { data, occurredAt, type }: Fact<TaskCommitmentMet | TaskCommitmentBroken>,
): Commitments => {
  const state = type === 'task.commitment-met' ? 'met' : 'broken';
  return commitments.map((commitment) =>
    commitment.commitmentId === data.commitmentId
      ? { ...commitment, state, endedAt: occurredAt, recordedBroken: state === 'broken' }
      : commitment,
  );
};

export const afterCommitment = (
  commitments: Commitments,
  event: Fact<TaskCommitmentMade | TaskCommitmentMet | TaskCommitmentBroken>,
): Commitments =>
  event.type === 'task.commitment-made'
    ? [...commitments, { ...event.data, madeAt: event.occurredAt, state: 'open', endedAt: null, recordedBroken: false }]
    : ended(commitments, event);

/** A submission recorded afterwards, but made in time, keeps the promise; that it was recorded as broken stays visible. */
export const afterSubmission = (commitments: Commitments, submittedAt: Instant): Commitments =>
  commitments.map((commitment) =>
    commitment.state === 'broken' && commitment.madeAt <= submittedAt && submittedAt <= commitment.milestone
      ? { ...commitment, state: 'met', endedAt: submittedAt }
      : commitment,
  );

/**
 * The assigner put something else in the place of what was promised: the milestones that had not come
 * by `since` bind nobody any more. What was promised for earlier stays to be judged.
 */
export const releasedSince = (commitments: Commitments, since: Instant, at: Instant): Commitments =>
  commitments.map((commitment) =>
    (commitment.state === 'open' || commitment.state === 'broken') && since <= commitment.milestone
      ? { ...commitment, state: 'released', endedAt: at }
      : commitment,
  );
