import type { CaseFacts } from '../kernel/aggregate.ts';
import { caseActObjection, clockAccount } from '../kernel/case-actor.ts';
import { saidIn } from '../kernel/case-act.ts';
import { accept, refuse, type Decision, type Refusal } from '../kernel/decision.ts';
import { objection } from '../kernel/rule.ts';
import { same } from '../kernel/same.ts';
import { answeredBy, notBeforeBeginning } from './answer.ts';
import { beginningObjection } from './begin.ts';
import type { AnsweringAct, FirstAct, OfficeCommand } from './commands.ts';
import type { OfficeEvent } from './events.ts';
import { evolve, type OfficeState } from './evolve.ts';
import type { Code } from './judged.ts';
import { outcomeOf } from './outcome.ts';

type OfficeDecision = Decision<OfficeEvent, Code>;
const refused = (refusal: Refusal<Code>): OfficeDecision => ({ accepted: false, refusal });

const answering: { readonly [Act in AnsweringAct['type']]: true } = {
  'answer-obstacle': true,
  'accept-assignment': true,
  'refuse-assignment': true,
  'accept-reason': true,
  'reject-reason': true,
  'second-review': true,
  'decide-review': true,
};
const isAnswer = (command: OfficeCommand): command is AnsweringAct => command.type in answering;

/** Every act names the one record it is about, in the field ending so. */
const idIn = (command: OfficeCommand): string =>
  String(Object.entries(command).find(([field]) => field.endsWith('Id'))?.[1] ?? '');

/** Yes and no may be said in the same words; the record keeps which it was. */
const outcomes: Partial<Record<OfficeCommand['type'], string>> = {
  'accept-assignment': 'accepted',
  'refuse-assignment': 'refused',
  'accept-reason': 'accepted',
  'reject-reason': 'rejected',
};

/** The same act by the same person at the same moment is recorded already. */
const repeats = (command: OfficeCommand, known: object): boolean => {
  const outcome = outcomes[command.type];
  const wanted = { ...saidIn(command), ...(outcome === undefined ? {} : { outcome }) };
  return same({ ...known, ...wanted, at: command.at, by: command.actor.party }, known);
};

const begin = (command: FirstAct, state: OfficeState, facts: CaseFacts): OfficeDecision => {
  const event = outcomeOf(command);
  if (state.kind !== 'none') {
    const circumstances = { id: '', recordedAt: facts.now, provenance: { kind: 'entered' } } as const;
    const { party: actor, unit, capacity } = command.actor;
    const fact = { ...event, ...circumstances, occurredAt: command.at, actor, unit, capacity };
    const wanted = evolve({ kind: 'none' }, fact);
    return wanted.kind === state.kind && repeats(command, state.first)
      ? accept()
      : refuse('case.id-taken', { id: idIn(command) });
  }
  const broken = beginningObjection(command, facts);
  return broken ? refused(broken) : accept(event);
};

const answer = (command: AnsweringAct, state: OfficeState, facts: CaseFacts): OfficeDecision => {
  const found = answeredBy(command, state, facts);
  if (found === null) return refuse('case.unknown', { id: idIn(command) });
  if (found.earlier !== null && repeats(command, found.earlier)) return accept();
  const broken =
    notBeforeBeginning(command.at, found.record) ??
    found.objection() ??
    (found.earlier === null ? null : objection('office.already-answered'));
  return broken ? refused(broken) : accept(outcomeOf(command));
};

/** Judges one command against a record. The deadline clock keeps no office: nothing here falls due by itself. */
export const decide = (command: OfficeCommand, state: OfficeState, facts: CaseFacts): OfficeDecision => {
  const early = caseActObjection({ command, facts });
  if (early) return refused(early);
  const { party } = command.actor;
  if (party.kind === 'account' && party.id === clockAccount) {
    return refuse('actor.not-a-person', { account: party.id, act: command.type });
  }
  return isAnswer(command) ? answer(command, state, facts) : begin(command, state, facts);
};
