import { accept } from '../kernel/decision.ts';
import { clockAccount } from '../kernel/case-actor.ts';
import { objection } from '../kernel/rule.ts';
import { same } from '../kernel/same.ts';
import { fallingDue, taskClock } from './clock.ts';
import type { LetTimePass, RescheduleTask } from './commands.ts';
import { taskDue } from './due.ts';
import type { Judged } from './judged.ts';
import { unless, type TaskDecision } from './judging.ts';
import { presentDeadline } from './state.ts';

const byClock = ({ command: { actor } }: Judged): boolean =>
  actor.party.kind === 'account' && actor.party.id === clockAccount;

const notTheClock = ({ command: { actor } }: Judged): TaskDecision =>
  unless(objection('case.not-yours', { units: [clockAccount], unit: actor.unit ?? '' }), () => []);

/** Records all that fell due by the moment of the command and is not recorded yet. */
export const decideLetTimePass = (judged: Judged<LetTimePass>): TaskDecision => {
  if (!byClock(judged)) return notTheClock(judged);
  const fallen = fallingDue(judged.task).filter(({ at }) => at <= judged.command.at);
  return accept(...fallen.map(({ event }) => event));
};

/**
 * Computes the present deadline anew on the calendar known now. One that would lie before the announcement
 * of the change stays as it was: nobody is made late by it afterwards.
 */
export const decideReschedule = (judged: Judged<RescheduleTask>): TaskDecision => {
  const { command, task, facts } = judged;
  if (!byClock(judged)) return notTheClock(judged);
  const former = presentDeadline(task);
  if (!taskClock.movable(task) || former.dueAt < command.at) return accept();
  const { term, countedFrom } = former;
  const due = taskDue(facts, task.lead, { term, countedFrom, setAt: command.at });
  if (due.dueAt === former.dueAt || due.dueAt <= command.at || same(due.calendar, former.calendar)) return accept();
  if (facts.reference.calendars.isOlder(due.calendar, former.calendar)) return accept();
  const data = { formerDueAt: former.dueAt, formerCalendar: former.calendar, due };
  return accept({ type: 'task.rescheduled', version: 1, data });
};
