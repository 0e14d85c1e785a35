import type { Decision } from './decision.ts';
import type { Circumstances, Instant } from './event.ts';
import type { Reference } from '../reference.ts';

/** An event as a fold sees it: with its ledger id and the circumstances of the act. */
export type Fact<E> = E &
  Pick<Circumstances, 'occurredAt' | 'recordedAt' | 'actor' | 'unit' | 'capacity' | 'provenance'> & {
    readonly id: string;
  };

/** What a rule may know beside the subject's own history: the ledger's clock, and the province as the ledger has it. */
export type CaseFacts = {
  /** The ledger's clock at the moment of judgement. */
  readonly now: string;
  /** The act comes from another system's log: rules about people, offices and completeness are not asked (decision 0012). */
  readonly imported: boolean;
  readonly reference: Reference;
};

/** One kind of subject with its rules: `C` commands, `S` state, `E` events, `Code` refusals. All pure. */
export type Aggregate<C extends { readonly type: string; readonly at: string }, S, E, Code extends string> = {
  readonly initial: S;
  /** Throws on a history that no decider can have written. */
  evolve(state: S, event: Fact<E>): S;
  decide(command: C, state: S, facts: CaseFacts): Decision<E, Code>;
};

/**
 * A subject in which something falls due by itself. `let-time-pass` says "it is now `at`" and records all
 * that has fallen due by then and is not recorded yet: asked twice, it records nothing the second time.
 * `reschedule` computes running terms anew on the calendar of `facts.now`. Both come from the deadline
 * clock alone (kernel/case-actor.ts), no route offers them.
 */
export type Clocked<S> = {
  /** The earliest moment at which `let-time-pass` would record something; null when nothing runs. */
  nextDue(state: S): Instant | null;
  /** Does a term run that another calendar version would move? */
  movable(state: S): boolean;
};
