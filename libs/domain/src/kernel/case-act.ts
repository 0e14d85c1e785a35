import type { Actor } from './actor.ts';
import type { Instant } from './event.ts';

/** `at`: when the act happened, as claimed; it becomes `occurredAt` of the events. The actor comes from the token. */
export type CaseAct<Type extends string, Fields> = {
  readonly type: Type;
  readonly at: Instant;
  readonly actor: Actor;
} & Fields;

/** What a command says of the act itself, without its envelope. */
export const saidIn = <C extends CaseAct<string, object>>(command: C): Omit<C, 'type' | 'at' | 'actor'> => {
  const { type: _type, at: _at, actor: _actor, ...said } = command;
  return said;
};
