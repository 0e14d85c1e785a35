import { accept } from '../kernel/decision.ts';
import { yoursObjection } from '../kernel/case-actor.ts';
import { same } from '../kernel/same.ts';
import type { AcceptTask, MarkPriority, RefuseTask, RemindTask, ReportProgress } from './commands.ts';
import type { Judged } from './judged.ts';
import { assignerAnswers, firstOf, leadWorks, unless, type TaskDecision } from './judging.ts';
import { percentInRange } from './rules/percent-in-range.ts';
import { stillOpen } from './rules/still-open.ts';
import type { Trace } from './state.ts';

/** The very act that is recorded last already: same moment, same person, same words. */
const isRepeated = <T extends Trace>(last: T | undefined, { command }: Judged, said: object): boolean =>
  last !== undefined &&
  last.at === command.at &&
  same(last.by, command.actor.party) &&
  Object.entries(said).every(([name, value]) => same(value, last[name as keyof T]));

export const decideAccept = (judged: Judged<AcceptTask>): TaskDecision => {
  if (judged.task.acceptedAt !== null) return accept();
  return unless(leadWorks(judged), () => [
    { type: 'task.accepted', version: 1, data: { unit: judged.command.actor.unit ?? judged.task.lead } },
  ]);
};

export const decideRefuse = (judged: Judged<RefuseTask>): TaskDecision => {
  const { command, task } = judged;
  const { reason } = command;
  if (isRepeated(task.refusals.at(-1), judged, { reason })) return accept();
  return unless(leadWorks(judged), () => [
    { type: 'task.refused', version: 1, data: { unit: command.actor.unit ?? task.lead, reason } },
  ]);
};

/** Lead, coordinators, and the units below them: the responsible person may serve in a division of the lead (R33). */
const workingUnits = ({ command: { actor }, task, facts }: Judged): readonly string[] => {
  const units = [task.lead, ...task.coordinators];
  const above = actor.unit === null ? [] : facts.reference.organisation.superiorsOf(actor.unit);
  return actor.unit !== null && above.some((unit) => units.includes(unit)) ? [...units, actor.unit] : units;
};

export const decideReport = (judged: Judged<ReportProgress>): TaskDecision => {
  const { command, task } = judged;
  const { percent, statement, obstacles } = command;
  const said = { percent, statement, obstacles };
  if (isRepeated(task.progress.at(-1), judged, said)) return accept();
  const found = firstOf(
    () => stillOpen(judged),
    () => yoursObjection(workingUnits(judged), judged),
    () => percentInRange(judged),
  );
  return unless(found, () => [{ type: 'task.progress-reported', version: 1, data: said }]);
};

/** Those above chase, their office does for them, and the lead's own head within the lead (R25, R29). */
const mayRemind = ({ command: { actor }, task, facts }: Judged): readonly string[] => {
  const { organisation } = facts.reference;
  const above = [task.assigner, ...organisation.superiorsOf(task.lead)];
  const own = actor.unit === null ? null : organisation.unit(actor.unit);
  const isTheirOffice = own?.unitKind === 'province-office' && own.parent !== null && above.includes(own.parent);
  return [task.lead, ...above, ...(isTheirOffice ? [own.unitId] : [])];
};

export const decideRemind = (judged: Judged<RemindTask>): TaskDecision => {
  const { command, task } = judged;
  const said = { kind: 'manual', text: command.text, dueAt: null } as const;
  if (task.reminders.some((reminder) => isRepeated(reminder, judged, said))) return accept();
  const found = firstOf(
    () => stillOpen(judged),
    () => yoursObjection(mayRemind(judged), judged),
  );
  return unless(found, () => [{ type: 'task.reminded', version: 1, data: { ...said, unit: task.lead } }]);
};

export const decideMark = (judged: Judged<MarkPriority>): TaskDecision => {
  const { command, task } = judged;
  const { priority, reason } = command;
  if (task.priority === priority) return accept();
  const found = firstOf(
    () => stillOpen(judged),
    () => assignerAnswers(judged),
  );
  return unless(found, () => [{ type: 'task.priority-marked', version: 1, data: { priority, reason } }]);
};
