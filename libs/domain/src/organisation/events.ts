import type { AccountId, AppointmentId, DelegationId, Event, Instant, OfficerId, UnitId } from '../kernel/event.ts';
import type { Basis } from '../dossier/events.ts';

export const unitKinds = [
  'province-committee',
  'province-office',
  'department',
  'division',
  'district-committee',
  'commune-committee',
  'inspectorate',
  'service-centre',
  'other',
] as const;
export type UnitKind = (typeof unitKinds)[number];

export const appointmentRoles = ['head', 'deputy', 'acting-head', 'member', 'clerk'] as const;
export type AppointmentRole = (typeof appointmentRoles)[number];

export const accountKinds = ['system', 'shared', 'test'] as const;
export type AccountKind = (typeof accountKinds)[number];

export type UnitEstablished = Event<
  'unit.established',
  1,
  {
    readonly unitId: UnitId;
    readonly name: string;
    readonly unitKind: UnitKind;
    readonly parent: UnitId | null;
    readonly validFrom: Instant;
    readonly basis: Basis | null;
  }
>;

/**
 * The unit ceases at `validTo`; `successors` take over its duties: one of several predecessors in a
 * merger, several in a split, none when a function simply ends. Validity is [validFrom, validTo).
 */
export type UnitDissolved = Event<
  'unit.dissolved',
  1,
  {
    readonly unitId: UnitId;
    readonly validTo: Instant;
    readonly successors: readonly UnitId[];
    readonly basis: Basis;
  }
>;

/** Appointments live in the stream of their unit: there is one head at a time per unit. */
export type AppointmentMade = Event<
  'appointment.made',
  1,
  {
    readonly appointmentId: AppointmentId;
    readonly unitId: UnitId;
    readonly officerId: OfficerId;
    readonly role: AppointmentRole;
    readonly title: string | null;
    readonly validFrom: Instant;
    readonly validTo: Instant | null;
    readonly basis: Basis | null;
  }
>;

export type AppointmentEnded = Event<
  'appointment.ended',
  1,
  {
    readonly appointmentId: AppointmentId;
    readonly unitId: UnitId;
    readonly officerId: OfficerId;
    readonly validTo: Instant;
    readonly reason: string;
  }
>;

/** An officer in the ledger is an id; the name lives in the directory beside it, where it can be erased. */
export type OfficerRegistered = Event<'officer.registered', 1, { readonly officerId: OfficerId }>;

export type AccountRegistered = Event<
  'account.registered',
  1,
  { readonly accountId: AccountId; readonly accountKind: AccountKind; readonly label: string }
>;

/** Ủy quyền: in writing, limited in time and scope, not to be passed on (Decree 30/2020 art. 13.3). */
export type DelegationGranted = Event<
  'delegation.granted',
  1,
  {
    readonly delegationId: DelegationId;
    readonly unitId: UnitId;
    readonly delegator: OfficerId;
    readonly delegate: OfficerId;
    readonly scope: string;
    readonly document: string;
    readonly validFrom: Instant;
    readonly validTo: Instant;
  }
>;

export type DelegationRevoked = Event<
  'delegation.revoked',
  1,
  { readonly delegationId: DelegationId; readonly revokedAt: Instant; readonly reason: string }
>;

export type UnitEvent = UnitEstablished | UnitDissolved | AppointmentMade | AppointmentEnded;
export type PartyEvent = OfficerRegistered | AccountRegistered;
export type DelegationEvent = DelegationGranted | DelegationRevoked;
export type OrganisationEvent = UnitEvent | PartyEvent | DelegationEvent;
