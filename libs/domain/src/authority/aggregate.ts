import type { Aggregate, CaseFacts, Fact } from '../kernel/aggregate.ts';
import { saidIn } from '../kernel/case-act.ts';
import { unitsInOfficeObjection } from '../kernel/case-actor.ts';
import type { CaseRefusalCode } from '../kernel/case-refusals.ts';
import { accept, refuse, type Decision, type Refusal } from '../kernel/decision.ts';
import { firstObjection } from '../kernel/rule.ts';
import { filledTexts } from '../kernel/rules/filled-texts.ts';
import { notInFuture } from '../kernel/rules/not-in-future.ts';
import { wellFormedMoments } from '../kernel/rules/well-formed-moments.ts';
import { same } from '../kernel/same.ts';
import { earlierEnd } from '../organisation/period.ts';
import type { AssignAuthority, AuthorityCommand, EndAuthority } from './commands.ts';
import type { AuthorityAssigned, AuthorityEvent } from './events.ts';
import type { AuthorityRefusalCode } from './refusals.ts';
import { oneCellAtATime } from './rules/one-cell-at-a-time.ts';

export type AuthorityState = {
  readonly assigned: AuthorityAssigned['data'] | null;
  readonly endedAt: string | null;
};
type Code = AuthorityRefusalCode | CaseRefusalCode;
type Decided = Decision<AuthorityEvent, Code>;
type Asked = { readonly command: AuthorityCommand; readonly facts: CaseFacts };

const assign = (command: AssignAuthority, { assigned }: AuthorityState, facts: CaseFacts): Decided => {
  const data = saidIn(command);
  const { authorityId, validFrom, validTo, unitId } = data;
  if (assigned) return same(assigned, data) ? accept() : refuse('case.id-taken', { id: authorityId });
  if (validTo !== null && validTo <= validFrom) return refuse('period.empty', { validFrom, validTo });
  const broken: Refusal<Code> | null =
    unitsInOfficeObjection([unitId], validFrom, facts) ??
    oneCellAtATime({ command, matrix: facts.reference.authority });
  return broken
    ? { accepted: false, refusal: broken }
    : accept<AuthorityEvent>({ type: 'authority.assigned', version: 1, data });
};

const end = (command: EndAuthority, { assigned, endedAt }: AuthorityState): Decided => {
  const data = saidIn(command);
  const { authorityId, validTo } = data;
  if (!assigned) return refuse('case.unknown', { id: authorityId });
  if (endedAt === validTo) return accept();
  if (endedAt !== null && endedAt < validTo)
    return refuse('authority.already-ended', { authority: authorityId, endedAt });
  if (validTo < assigned.validFrom || (assigned.validTo !== null && validTo > assigned.validTo)) {
    const { validFrom } = assigned;
    return refuse('authority.end-outside-period', {
      authority: authorityId,
      validFrom,
      validTo: assigned.validTo ?? '…',
    });
  }
  return accept<AuthorityEvent>({ type: 'authority.ended', version: 1, data });
};

const evolve = (state: AuthorityState, event: Fact<AuthorityEvent>): AuthorityState => {
  switch (event.type) {
    case 'authority.assigned':
      return { assigned: event.data, endedAt: null };
    case 'authority.ended':
      return { ...state, endedAt: earlierEnd(state.endedAt, event.data.validTo) };
  }
};

/** One cell of the authority matrix: kind of matter × unit × power × validity (R01). Kept by administrators. */
export const authorityAggregate: Aggregate<AuthorityCommand, AuthorityState, AuthorityEvent, Code> = {
  initial: { assigned: null, endedAt: null },
  evolve,
  decide: (command, state, facts) => {
    const early = firstObjection<Asked, Code>([wellFormedMoments, filledTexts, notInFuture], { command, facts });
    if (early) return { accepted: false, refusal: early };
    return command.type === 'assign-authority' ? assign(command, state, facts) : end(command, state);
  },
};
