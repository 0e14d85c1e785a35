import { accept, refuse, type Decision, type Refusal } from '../kernel/decision.ts';
import type { CaseFacts } from '../kernel/aggregate.ts';
import type { CaseRefusalCode } from '../kernel/case-refusals.ts';
import { yoursObjection } from '../kernel/case-actor.ts';
import type { TaskEvent } from './events.ts';
import type { Judged } from './judged.ts';
import type { TaskRefusalCode } from './refusals.ts';
import { speaksForUnit } from './rules/speaks-for-unit.ts';
import { stillOpen } from './rules/still-open.ts';

export type TaskCode = TaskRefusalCode | CaseRefusalCode;
export type TaskDecision = Decision<TaskEvent, TaskCode>;
export type Objection = Refusal<TaskCode> | null;

/** Asked one after the other; the first that objects decides. */
export const firstOf = (...rules: readonly (() => Objection)[]): Objection => {
  for (const rule of rules) {
    const found = rule();
    if (found) return found;
  }
  return null;
};

/** Rules about people, offices and completeness are not asked of what other systems did (decision 0012). */
export const unlessImported =
  ({ imported }: CaseFacts, rule: () => Objection): (() => Objection) =>
  () =>
    imported ? null : rule();

const refusal = ({ code, facts }: Refusal<TaskCode>): TaskDecision => refuse(code, facts);

/** The events, unless a rule objects. They are made only when none does. */
export const unless = (found: Objection, events: () => readonly TaskEvent[]): TaskDecision =>
  found ? refusal(found) : accept(...events());

/** Whoever assigned the task answers about it, or a body above. */
const assignerSide = ({ task, facts }: Judged) => [
  task.assigner,
  ...facts.reference.organisation.superiorsOf(task.assigner),
];

/** For acts of the assigner's side that its head answers for. */
export const assignerAnswers = (judged: Judged): Objection =>
  firstOf(
    () => yoursObjection(assignerSide(judged), judged),
    unlessImported(judged.facts, () => speaksForUnit(judged)),
  );

/** For work of the lead on a task that stands. */
export const leadWorks = (judged: Judged): Objection =>
  firstOf(
    () => stillOpen(judged),
    () => yoursObjection([judged.task.lead], judged),
  );
