import { yoursObjection } from '../kernel/case-actor.ts';
import type { CaseFacts } from '../kernel/aggregate.ts';
import type { Refusal } from '../kernel/decision.ts';
import { objection } from '../kernel/rule.ts';
import type { AnsweringAct } from './commands.ts';
import type { AssignmentRecord, ObstacleRecord, OfficeRecord, ReasonRecord, ReviewRecord } from './evolve.ts';
import type { Code } from './judged.ts';
import { ownAssignment } from './rules/own-assignment.ts';
import { reasonDecidedAbove } from './rules/reason-decided-above.ts';
import { reviewDecidedByChairman } from './rules/review-decided-by-chairman.ts';
import { secondInPerson } from './rules/second-in-person.ts';

/** The record an act answers, when it is of that kind, with what has been answered already. */
type Answered = {
  readonly record: OfficeRecord;
  readonly earlier: object | null;
  readonly objection: () => Refusal<Code> | null;
};

const kindOf: { readonly [Act in AnsweringAct['type']]: OfficeRecord['kind'] } = {
  'answer-obstacle': 'obstacle',
  'accept-assignment': 'assignment',
  'refuse-assignment': 'assignment',
  'accept-reason': 'reason',
  'reject-reason': 'reason',
  'second-review': 'review',
  'decide-review': 'review',
};

const toObstacle = (
  command: Extract<AnsweringAct, { type: 'answer-obstacle' }>,
  record: ObstacleRecord,
  facts: CaseFacts,
): Answered => {
  const { channel } = record.first;
  const above = facts.reference.organisation.superiorsOf(channel);
  return {
    record,
    earlier: record.answer,
    objection: () =>
      yoursObjection([channel, ...above], { command, facts }) ?? yoursObjection([command.unit], { command, facts }),
  };
};

const toReview = (
  command: Extract<AnsweringAct, { type: 'second-review' | 'decide-review' }>,
  record: ReviewRecord,
  facts: CaseFacts,
): Answered =>
  command.type === 'second-review'
    ? { record, earlier: record.seconded, objection: () => secondInPerson({ command, record, facts }) }
    : { record, earlier: record.decision, objection: () => reviewDecidedByChairman({ command, record, facts }) };

/** Null when the record is of another kind, or none at all. */
export const answeredBy = (
  command: AnsweringAct,
  state: { readonly kind: string },
  facts: CaseFacts,
): Answered | null => {
  if (kindOf[command.type] !== state.kind) return null;
  switch (command.type) {
    case 'answer-obstacle':
      return toObstacle(command, state as ObstacleRecord, facts);
    case 'accept-assignment':
    case 'refuse-assignment': {
      const record = state as AssignmentRecord;
      return { record, earlier: record.response, objection: () => ownAssignment({ command, record, facts }) };
    }
    case 'accept-reason':
    case 'reject-reason': {
      const record = state as ReasonRecord;
      return { record, earlier: record.decision, objection: () => reasonDecidedAbove({ command, record, facts }) };
    }
    case 'second-review':
    case 'decide-review':
      return toReview(command, state as ReviewRecord, facts);
  }
};

/** Nothing answers what has not begun. */
export const notBeforeBeginning = (moment: string, { first }: OfficeRecord): Refusal<Code> | null =>
  moment < first.at ? objection('office.before-beginning', { moment, begunAt: first.at }) : null;
