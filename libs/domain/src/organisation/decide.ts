import { accept, refuse, type Decision, type Refusal } from '../kernel/decision.ts';
import { firstObjection, type Rule } from '../kernel/rule.ts';
import { filledTexts } from '../kernel/rules/filled-texts.ts';
import { notInFuture } from '../kernel/rules/not-in-future.ts';
import { wellFormedMoments } from '../kernel/rules/well-formed-moments.ts';
import { same } from '../kernel/same.ts';
import type { OrganisationRefusalCode } from '../refusals.ts';
import type {
  Appoint,
  DelegationCommand,
  DissolveUnit,
  EndAppointment,
  EstablishUnit,
  OrganisationCommand,
  PartyCommand,
  RegisterAccount,
  RegisterOfficer,
  UnitCommand,
} from './commands.ts';
import type { DelegationEvent, OrganisationEvent, PartyEvent, UnitEvent } from './events.ts';
import type { DelegationState, EstablishedUnit, PartyState, UnitState } from './evolve.ts';
import type { OrganisationCommandFacts } from './facts.ts';
import { appointmentWithinUnit } from './rules/appointment-within-unit.ts';
import { delegationBetweenOfficers } from './rules/delegation-between-officers.ts';
import { delegatorAble } from './rules/delegator-able.ts';
import { dissolutionAfterBeginning } from './rules/dissolution-after-beginning.ts';
import { endWithinAppointment } from './rules/end-within-appointment.ts';
import { officerAppointed } from './rules/officer-appointed.ts';
import { oneHead } from './rules/one-head.ts';
import { parentInOffice } from './rules/parent-in-office.ts';
import { periodNotEmpty } from './rules/period-not-empty.ts';
import { revocationWithinDelegation } from './rules/revocation-within-delegation.ts';
import { successorsInOffice } from './rules/successors-in-office.ts';
import { writtenDelegation } from './rules/written-delegation.ts';

type Code = OrganisationRefusalCode;
type Facts = OrganisationCommandFacts;
type Asked<C extends OrganisationCommand> = { readonly command: C; readonly facts: Facts };
type InUnit<C extends UnitCommand> = Asked<C> & { readonly state: EstablishedUnit };
type Decided<E extends OrganisationEvent> = Decision<E, Code>;

/* The order of each list is the precedence of its refusals. */
const wellSaid: readonly Rule<Asked<OrganisationCommand>, Code>[] = [wellFormedMoments, filledTexts, notInFuture];
const dissolveRules: readonly Rule<InUnit<DissolveUnit>, Code>[] = [dissolutionAfterBeginning, successorsInOffice];
const appointRules: readonly Rule<InUnit<Appoint>, Code>[] = [
  periodNotEmpty,
  officerAppointed,
  appointmentWithinUnit,
  oneHead,
];

const judged = <E extends OrganisationEvent>(broken: Refusal<Code> | null, event: E): Decided<E> =>
  broken ? { accepted: false, refusal: broken } : accept(event);

const said = <C extends OrganisationCommand>(command: C): Omit<C, 'type' | 'at' | 'actor'> => {
  const { type: _type, at: _at, actor: _actor, ...fields } = command;
  return fields;
};

const establish = (command: EstablishUnit, state: UnitState, facts: Facts): Decided<UnitEvent> => {
  const data = said(command);
  if (state.status === 'established') {
    return same(state.unit, data) ? accept() : refuse('unit.already-established', { unit: command.unitId });
  }
  return judged(parentInOffice({ command, facts }), { type: 'unit.established', version: 1, data });
};

const dissolve = (command: DissolveUnit, state: EstablishedUnit, facts: Facts): Decided<UnitEvent> => {
  const data = said(command);
  if (same(state.dissolution, data)) return accept();
  if (state.dissolution) {
    return refuse('unit.already-dissolved', { unit: command.unitId, validTo: state.dissolution.validTo });
  }
  return judged(firstObjection(dissolveRules, { command, state, facts }), { type: 'unit.dissolved', version: 1, data });
};

const appoint = (command: Appoint, state: EstablishedUnit, facts: Facts): Decided<UnitEvent> => {
  const data = said(command);
  const known = state.appointments.find(({ appointmentId }) => appointmentId === command.appointmentId);
  if (known) {
    const { endedAt: _endedAt, ...asMade } = known;
    return same(asMade, data) ? accept() : refuse('appointment.id-taken', { appointment: command.appointmentId });
  }
  return judged(firstObjection(appointRules, { command, state, facts }), {
    type: 'appointment.made',
    version: 1,
    data,
  });
};

const endAppointment = (command: EndAppointment, state: EstablishedUnit): Decided<UnitEvent> => {
  const { appointmentId, validTo } = command;
  const appointment = state.appointments.find((made) => made.appointmentId === appointmentId);
  if (!appointment) return refuse('appointment.not-made', { appointment: appointmentId });
  if (appointment.endedAt === validTo) return accept();
  const data = { ...said(command), officerId: appointment.officerId };
  return judged(endWithinAppointment({ command, appointment }), { type: 'appointment.ended', version: 1, data });
};

/** A unit and its appointments. Pure; gather `facts` with `organisationFactsFor`. */
export const decideUnit = (command: UnitCommand, state: UnitState, facts: Facts): Decided<UnitEvent> => {
  const early = firstObjection(wellSaid, { command, facts });
  if (early) return { accepted: false, refusal: early };
  if (command.type === 'establish-unit') return establish(command, state, facts);
  if (state.status === 'none') return refuse('unit.not-established', { unit: command.unitId });
  switch (command.type) {
    case 'dissolve-unit':
      return dissolve(command, state, facts);
    case 'appoint':
      return appoint(command, state, facts);
    case 'end-appointment':
      return endAppointment(command, state);
  }
};

const registerOfficer = ({ officerId }: RegisterOfficer, state: PartyState, facts: Facts): Decided<PartyEvent> => {
  if (state.status === 'officer') return accept();
  return facts.accounts.includes(officerId) || state.status === 'account'
    ? refuse('party.id-taken', { id: officerId })
    : accept({ type: 'officer.registered', version: 1, data: { officerId } });
};

const registerAccount = (command: RegisterAccount, state: PartyState, facts: Facts): Decided<PartyEvent> => {
  const { accountId } = command;
  const data = said(command);
  if (state.status === 'account') {
    return same(state.account, data) ? accept() : refuse('account.already-registered', { account: accountId });
  }
  return facts.officers.includes(accountId) || state.status === 'officer'
    ? refuse('party.id-taken', { id: accountId })
    : accept({ type: 'account.registered', version: 1, data });
};

/** Officers are persons, accounts never are (handbook, Fairness 7): one id is never both. */
export const decideParty = (command: PartyCommand, state: PartyState, facts: Facts): Decided<PartyEvent> => {
  const early = firstObjection(wellSaid, { command, facts });
  if (early) return { accepted: false, refusal: early };
  return command.type === 'register-officer'
    ? registerOfficer(command, state, facts)
    : registerAccount(command, state, facts);
};

/** Ủy quyền (Decree 30/2020 art. 13.3): written, limited in time and content, not passed on. */
export const decideDelegation = (
  command: DelegationCommand,
  state: DelegationState,
  facts: Facts,
): Decided<DelegationEvent> => {
  const unwritten = command.type === 'grant-delegation' ? writtenDelegation({ command }) : null;
  const early = unwritten ?? firstObjection(wellSaid, { command, facts });
  if (early) return { accepted: false, refusal: early };
  if (command.type === 'grant-delegation') {
    const data = said(command);
    if (state.status === 'granted') {
      return same(state.grant, data)
        ? accept()
        : refuse('delegation.already-granted', { delegation: command.delegationId });
    }
    const broken = firstObjection<Asked<typeof command>, Code>(
      [periodNotEmpty, delegationBetweenOfficers, delegatorAble],
      { command, facts },
    );
    return judged(broken, { type: 'delegation.granted', version: 1, data });
  }
  if (state.status === 'none') return refuse('delegation.not-granted', { delegation: command.delegationId });
  if (state.revocation?.revokedAt === command.revokedAt) return accept();
  const data = said(command);
  return judged(revocationWithinDelegation({ command, state }), { type: 'delegation.revoked', version: 1, data });
};
