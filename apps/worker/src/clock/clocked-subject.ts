import type { DomainEvent } from '#domain/events.ts';
import type { Aggregate, Clocked } from '#domain/kernel/aggregate.ts';
import type { CaseAct } from '#domain/kernel/case-act.ts';
import type { ClockedCategory } from '#read-models/due/queries.ts';

type ClockCommand = CaseAct<'let-time-pass' | 'reschedule', object>;

/** One kind of subject in which something falls due by itself, as the clock sees it: every state looks the same. */
export type ClockedSubject = {
  readonly category: ClockedCategory;
  readonly aggregate: Aggregate<ClockCommand, unknown, DomainEvent, string>;
  readonly clock: Clocked<unknown>;
};

/** The pairing of an aggregate and the clock of its state is checked here and forgotten. */
export const clocked = <C extends CaseAct<string, object>, S, E, Code extends string>(
  category: ClockedCategory,
  aggregate: Aggregate<C, S, E, Code>,
  clock: Clocked<S>,
): ClockedSubject => ({
  category,
  aggregate: aggregate as unknown as ClockedSubject['aggregate'],
  clock: clock as Clocked<unknown>,
});
