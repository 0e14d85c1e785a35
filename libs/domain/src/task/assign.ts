import { accept } from '../kernel/decision.ts';
import type { CaseFacts } from '../kernel/aggregate.ts';
import { unitsInOfficeObjection, yoursObjection } from '../kernel/case-actor.ts';
import { objection } from '../kernel/rule.ts';
import { same } from '../kernel/same.ts';
import type { AssignTask } from './commands.ts';
import { taskDue } from './due.ts';
import type { TaskAssigned } from './events.ts';
import { firstOf, unless, unlessImported, type Objection, type TaskDecision } from './judging.ts';
import { assignerAboveLead } from './rules/assigner-above-lead.ts';
import { dueLater } from './rules/due-later.ts';
import { dutyOfRecipient } from './rules/duty-of-recipient.ts';
import { leadCoordinatesNot } from './rules/lead-coordinates-not.ts';
import { namedResponsible } from './rules/named-responsible.ts';
import { speaksForUnit } from './rules/speaks-for-unit.ts';
import { termWellFormed } from './rules/term-well-formed.ts';
import type { Task, TaskState } from './state.ts';

const dueOf = (command: AssignTask, facts: CaseFacts) =>
  taskDue(facts, command.lead, { term: command.term, countedFrom: command.at, setAt: command.at });

const assignmentObjection = (command: AssignTask, facts: CaseFacts): Objection =>
  firstOf(
    () => termWellFormed(command.term),
    () => leadCoordinatesNot({ command }),
    () => unitsInOfficeObjection([command.assigner, command.lead, ...command.coordinators], command.at, facts),
    () => yoursObjection([command.assigner], { command, facts }),
    unlessImported(facts, () => speaksForUnit({ command, facts })),
    unlessImported(facts, () => assignerAboveLead({ command, facts })),
    unlessImported(facts, () => dutyOfRecipient({ command, facts })),
    unlessImported(facts, () => namedResponsible({ command, facts })),
    unlessImported(facts, () => dueLater(dueOf(command, facts).dueAt, command.at)),
  );

const assignmentOf = (command: AssignTask, facts: CaseFacts): TaskAssigned => {
  const { type: _type, at: _at, actor: _actor, directive, ...said } = command;
  const directiveId = directive?.directiveId ?? null;
  return { type: 'task.assigned', version: 1, data: { ...said, directiveId, due: dueOf(command, facts) } };
};

/** The same assignment again, whatever has become of the task since. */
const isSame = ({ at, actor, directive, ...said }: AssignTask, task: Task): boolean => {
  const [first] = task.deadlines;
  const { type: _type, term, priority, ...kept } = said;
  const found = Object.fromEntries(Object.keys(kept).map((name) => [name, task[name as keyof typeof kept]]));
  return (
    at === task.assigned.at &&
    same(actor.party, task.assigned.by) &&
    (directive?.directiveId ?? null) === task.directiveId &&
    same(term, first?.term) &&
    priority === (task.priorities.length === 0 ? task.priority : priority) &&
    same(kept, found)
  );
};

export const decideAssign = (command: AssignTask, state: TaskState, facts: CaseFacts): TaskDecision => {
  if (state.status !== 'none') {
    return isSame(command, state) ? accept() : unless(objection('case.id-taken', { id: state.taskId }), () => []);
  }
  return unless(assignmentObjection(command, facts), () => [assignmentOf(command, facts)]);
};
