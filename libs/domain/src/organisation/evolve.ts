import type { Instant } from '../kernel/event.ts';
import type {
  AccountRegistered,
  AppointmentMade,
  DelegationEvent,
  DelegationGranted,
  DelegationRevoked,
  OrganisationEvent,
  PartyEvent,
  UnitDissolved,
  UnitEstablished,
  UnitEvent,
} from './events.ts';

/** `endedAt`: the moment an ending set; the period as made stays readable beside it. */
export type UnitAppointment = AppointmentMade['data'] & { readonly endedAt: Instant | null };
export type EstablishedUnit = {
  readonly status: 'established';
  readonly unit: UnitEstablished['data'];
  readonly dissolution: UnitDissolved['data'] | null;
  readonly appointments: readonly UnitAppointment[];
};
export type UnitState = { readonly status: 'none' } | EstablishedUnit;

export type PartyState =
  | { readonly status: 'none' }
  | { readonly status: 'officer' }
  | { readonly status: 'account'; readonly account: AccountRegistered['data'] };

export type GrantedDelegation = {
  readonly status: 'granted';
  readonly grant: DelegationGranted['data'];
  readonly revocation: DelegationRevoked['data'] | null;
};
export type DelegationState = { readonly status: 'none' } | GrantedDelegation;

export const initialUnit: UnitState = { status: 'none' };
export const initialParty: PartyState = { status: 'none' };
export const initialDelegation: DelegationState = { status: 'none' };

const impossible = (event: OrganisationEvent): Error => new Error(`impossible history: ${event.type} out of its order`);

const evolveEstablished = (state: EstablishedUnit, event: UnitEvent): UnitState => {
  switch (event.type) {
    case 'unit.established':
      throw impossible(event);
    case 'unit.dissolved':
      return { ...state, dissolution: event.data };
    case 'appointment.made':
      return { ...state, appointments: [...state.appointments, { ...event.data, endedAt: null }] };
    case 'appointment.ended':
      return {
        ...state,
        appointments: state.appointments.map((appointment) =>
          appointment.appointmentId === event.data.appointmentId
            ? { ...appointment, endedAt: event.data.validTo }
            : appointment,
        ),
      };
  }
};

/** Each fold throws on a history that no decider can have written. */
export const evolveUnit = (state: UnitState, event: UnitEvent): UnitState => {
  if (state.status === 'established') return evolveEstablished(state, event);
  if (event.type !== 'unit.established') throw impossible(event);
  return { status: 'established', unit: event.data, dissolution: null, appointments: [] };
};

export const evolveParty = (state: PartyState, event: PartyEvent): PartyState => {
  if (state.status !== 'none') throw impossible(event);
  switch (event.type) {
    case 'officer.registered':
      return { status: 'officer' };
    case 'account.registered':
      return { status: 'account', account: event.data };
  }
};

export const evolveDelegation = (state: DelegationState, event: DelegationEvent): DelegationState => {
  switch (event.type) {
    case 'delegation.granted':
      if (state.status !== 'none') throw impossible(event);
      return { status: 'granted', grant: event.data, revocation: null };
    case 'delegation.revoked':
      if (state.status === 'none' || state.revocation) throw impossible(event);
      return { ...state, revocation: event.data };
  }
};
