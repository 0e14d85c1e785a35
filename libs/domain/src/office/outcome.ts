import { saidIn } from '../kernel/case-act.ts';
import type { OfficeCommand } from './commands.ts';
import type { OfficeEvent } from './events.ts';

/** The event that an act, once allowed, leaves behind: what was said, as it was said. */
export const outcomeOf = (command: OfficeCommand): OfficeEvent => {
  switch (command.type) {
    case 'report-obstacle':
      return { type: 'obstacle.reported', version: 1, data: saidIn(command) };
    case 'answer-obstacle':
      return { type: 'obstacle.answered', version: 1, data: saidIn(command) };
    case 'lay-down-procedure':
      return { type: 'procedure.laid-down', version: 1, data: saidIn(command) };
    case 'assign-step':
      return { type: 'step.assigned', version: 1, data: saidIn(command) };
    case 'review-regulation':
      return { type: 'regulation.reviewed', version: 1, data: saidIn(command) };
    case 'review-backlog':
      return { type: 'backlog.reviewed', version: 1, data: saidIn(command) };
    case 'decide-assignment':
      return { type: 'assignment.decided', version: 1, data: saidIn(command) };
    case 'accept-assignment':
      return { type: 'assignment.accepted', version: 1, data: saidIn(command) };
    case 'refuse-assignment':
      return { type: 'assignment.refused', version: 1, data: saidIn(command) };
    case 'record-leave':
      return { type: 'leave.recorded', version: 1, data: saidIn(command) };
    case 'claim-reason':
      return { type: 'reason.claimed', version: 1, data: saidIn(command) };
    case 'accept-reason':
      return { type: 'reason.accepted', version: 1, data: saidIn(command) };
    case 'reject-reason':
      return { type: 'reason.rejected', version: 1, data: saidIn(command) };
    case 'record-finding':
      return { type: 'finding.recorded', version: 1, data: saidIn(command) };
    case 'issue-report':
      return { type: 'report.issued', version: 1, data: saidIn(command) };
    case 'propose-review':
      return { type: 'review.proposed', version: 1, data: saidIn(command) };
    case 'second-review':
      return { type: 'review.seconded', version: 1, data: saidIn(command) };
    case 'decide-review':
      return { type: 'review.decided', version: 1, data: saidIn(command) };
  }
};
