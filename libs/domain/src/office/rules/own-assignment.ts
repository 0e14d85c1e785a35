import { objection } from '../../kernel/rule.ts';
import { same } from '../../kernel/same.ts';
import type { AcceptAssignment, RefuseAssignment } from '../commands.ts';
import type { AssignmentRecord } from '../evolve.ts';
import type { Answering } from '../judged.ts';

/** R36: only the person assigned can accept or refuse; nobody refuses in another's name. */
export const ownAssignment = ({
  command,
  record: { first },
}: Answering<AcceptAssignment | RefuseAssignment, AssignmentRecord>) =>
  command.officer === first.officer && same(command.actor.party, { kind: 'officer', id: first.officer })
    ? null
    : objection('assignment.not-the-officer', { officer: first.officer });
