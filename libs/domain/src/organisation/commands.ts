import type { Actor } from '../kernel/actor.ts';
import type { Instant } from '../kernel/event.ts';
import type {
  AccountRegistered,
  AppointmentEnded,
  AppointmentMade,
  DelegationGranted,
  DelegationRevoked,
  OfficerRegistered,
  UnitDissolved,
  UnitEstablished,
} from './events.ts';

/** `at`: when the act was done, as claimed; the validity it speaks of may begin earlier or later. */
type Act<Type extends string, Fields> = {
  readonly type: Type;
  readonly at: Instant;
  readonly actor: Actor;
} & Fields;

export type EstablishUnit = Act<'establish-unit', UnitEstablished['data']>;
/** A merger is several dissolutions naming one successor, a split is one naming several. */
export type DissolveUnit = Act<'dissolve-unit', UnitDissolved['data']>;
export type Appoint = Act<'appoint', AppointmentMade['data']>;
export type EndAppointment = Act<'end-appointment', Omit<AppointmentEnded['data'], 'officerId'>>;
export type UnitCommand = EstablishUnit | DissolveUnit | Appoint | EndAppointment;

export type RegisterOfficer = Act<'register-officer', OfficerRegistered['data']>;
export type RegisterAccount = Act<'register-account', AccountRegistered['data']>;
export type PartyCommand = RegisterOfficer | RegisterAccount;

export type GrantDelegation = Act<'grant-delegation', DelegationGranted['data']>;
export type RevokeDelegation = Act<'revoke-delegation', DelegationRevoked['data']>;
export type DelegationCommand = GrantDelegation | RevokeDelegation;

export type OrganisationCommand = UnitCommand | PartyCommand | DelegationCommand;
