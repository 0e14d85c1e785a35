import { authorityAggregate } from './authority/aggregate.ts';
import { calendarAggregate } from './calendar/aggregate.ts';
import { consultationAggregate } from './consultation/aggregate.ts';
import { directiveAggregate } from './directive/aggregate.ts';
import type { Aggregate } from './kernel/aggregate.ts';
import { officeAggregate } from './office/aggregate.ts';
import { recommendationAggregate } from './recommendation/aggregate.ts';
import { rulebookAggregate } from './rulebook/aggregate.ts';
import { disseminationAggregate } from './rulebook/dissemination-aggregate.ts';
import { taskAggregate } from './task/aggregate.ts';

/** The subjects that are judged by one aggregate each, by the category of their streams. */
export const caseAggregates = {
  consultation: consultationAggregate,
  task: taskAggregate,
  directive: directiveAggregate,
  recommendation: recommendationAggregate,
  office: officeAggregate,
  calendar: calendarAggregate,
  rulebook: rulebookAggregate,
  authority: authorityAggregate,
  dissemination: disseminationAggregate,
};

export type CaseCategory = keyof typeof caseAggregates;
export type CommandOf<K extends CaseCategory> =
  (typeof caseAggregates)[K] extends Aggregate<infer C, infer _S, infer _E, infer _R> ? C : never;
export type CaseEventOf<K extends CaseCategory> =
  (typeof caseAggregates)[K] extends Aggregate<infer _C, infer _S, infer E, infer _R> ? E : never;
