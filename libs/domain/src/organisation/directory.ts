import type { Capacity, Instant, OfficerId, AccountId, Party, UnitId } from '../kernel/event.ts';
import type {
  AccountKind,
  AppointmentMade,
  DelegationGranted,
  DelegationRevoked,
  OrganisationEvent,
  UnitEstablished,
} from './events.ts';
import { covers, earlierEnd } from './period.ts';
import { into, reachable } from './sets.ts';

/** A unit with the end of its validity, when it has one. Validity is [validFrom, validTo). */
export type UnitRecord = UnitEstablished['data'] & {
  readonly validTo: Instant | null;
  readonly successors: readonly UnitId[];
};
/** `validTo` is the effective end: of the appointment itself or of its unit, whichever comes first. */
export type AppointmentRecord = AppointmentMade['data'];
/** `validTo` is the effective end: as written (`writtenTo`), or the revocation when that came first. */
export type DelegationRecord = DelegationGranted['data'] & {
  readonly writtenTo: Instant;
  /** `enteredAt`: when the ledger took the revocation in; null when the reader does not say. */
  readonly revoked: (Omit<DelegationRevoked['data'], 'delegationId'> & { readonly enteredAt: Instant | null }) | null;
};
export type HeadInOffice = AppointmentRecord & { readonly role: 'head' | 'acting-head' };
export type UnitStanding = 'in-office' | 'not-yet' | 'dissolved';

const isHead = (appointment: AppointmentRecord): appointment is HeadInOffice =>
  appointment.role === 'head' || appointment.role === 'acting-head';

/** Head, acting head or deputy: those who speak for a unit by their office. */
export const leads = (appointment: AppointmentRecord): boolean => isHead(appointment) || appointment.role === 'deputy';

/** Tells the directory's events from the others when the whole ledger is read. */
export const isOrganisationEvent = <E extends { readonly type: string }>(
  event: E,
): event is E & Extract<E, OrganisationEvent> => /^(unit|appointment|officer|account|delegation)\./.test(event.type);

/**
 * The organisation as it was at any moment, folded from its events. Answers depend on the validity the
 * events state, never on the order in which they were recorded: an appointment entered afterwards
 * counts for its whole period.
 */
export class OrganisationDirectory {
  readonly #units = new Map<UnitId, UnitRecord>();
  readonly #predecessors = new Map<UnitId, UnitId[]>();
  readonly #appointments = new Map<string, AppointmentRecord>();
  readonly #byUnit = new Map<UnitId, Set<string>>();
  readonly #byOfficer = new Map<OfficerId, Set<string>>();
  readonly #officers = new Set<OfficerId>();
  readonly #accounts = new Map<AccountId, AccountKind>();
  readonly #delegations = new Map<string, DelegationRecord>();

  /** MUST be given the events of each stream in their order; the order between streams does not matter. */
  apply(event: OrganisationEvent & { readonly recordedAt?: Instant }): void {
    switch (event.type) {
      case 'unit.established':
        this.#units.set(event.data.unitId, { ...event.data, validTo: null, successors: [] });
        return;
      case 'unit.dissolved':
        this.#dissolve(event.data);
        return;
      case 'appointment.made':
        this.#appoint(event.data);
        return;
      case 'appointment.ended':
        this.#shorten(event.data.appointmentId, event.data.validTo);
        return;
      case 'officer.registered':
        this.#officers.add(event.data.officerId);
        return;
      case 'account.registered':
        this.#accounts.set(event.data.accountId, event.data.accountKind);
        return;
      case 'delegation.granted':
        this.#delegations.set(event.data.delegationId, { ...event.data, writtenTo: event.data.validTo, revoked: null });
        return;
      case 'delegation.revoked':
        this.#revoke(event.data, event.recordedAt ?? null);
    }
  }

  knowsOfficer(id: OfficerId): boolean {
    return this.#officers.has(id);
  }

  /** null when no such account is registered. */
  accountKind(id: AccountId): AccountKind | null {
    return this.#accounts.get(id) ?? null;
  }

  /** The unit's record whenever it was valid; null when never heard of. */
  unit(id: UnitId): UnitRecord | null {
    return this.#units.get(id) ?? null;
  }

  /** The unit when it was in office at the moment, else null. */
  unitAt(id: UnitId, at: Instant): UnitRecord | null {
    const unit = this.unit(id);
    return unit && covers(unit, at) ? unit : null;
  }

  /** Every unit in office at the moment. */
  unitsAt(at: Instant): readonly UnitRecord[] {
    return [...this.#units.values()].filter((unit) => covers(unit, at));
  }

  /** null when never heard of. */
  standingOf(id: UnitId, at: Instant): UnitStanding | null {
    const unit = this.unit(id);
    if (!unit) return null;
    if (at < unit.validFrom) return 'not-yet';
    return covers(unit, at) ? 'in-office' : 'dissolved';
  }

  /** The head or acting head in office at the moment; null when the post was vacant. */
  headOf(unit: UnitId, at: Instant): HeadInOffice | null {
    return this.#valid(this.#byUnit.get(unit), at).find(isHead) ?? null;
  }

  appointmentsOf(officer: OfficerId, at: Instant): readonly AppointmentRecord[] {
    return this.#valid(this.#byOfficer.get(officer), at);
  }

  /** All ever granted, revoked and expired ones too. */
  delegations(): readonly DelegationRecord[] {
    return [...this.#delegations.values()];
  }

  delegationsTo(officer: OfficerId, unit: UnitId, at: Instant): readonly DelegationRecord[] {
    return [...this.#delegations.values()].filter(
      (granted) => granted.delegate === officer && granted.unitId === unit && covers(granted, at),
    );
  }

  /**
   * May the party act for the unit in that capacity at the moment (Decree 30/2020 art. 13)?
   * KT.: its deputy. TL.: head or deputy of a unit directly under it. TUQ.: a delegation in force.
   * `system`: registered accounts other than test ones; with or without a unit.
   */
  holdsCapacity(party: Party, unit: UnitId | null, capacity: Capacity, at: Instant): boolean {
    if (party.kind === 'account') return capacity === 'system' && this.#mayAct(party.id, unit, at);
    if (party.kind === 'unknown' || unit === null || !this.unitAt(unit, at)) return false;
    const roles = this.appointmentsOf(party.id, at).filter((appointment) => appointment.unitId === unit);
    switch (capacity) {
      case 'own':
        return roles.length > 0;
      case 'for-head':
        return roles.some(({ role }) => role === 'deputy');
      case 'by-order':
        return this.#leadsDirectlyUnder(party.id, unit, at);
      case 'by-delegation':
        return this.delegationsTo(party.id, unit, at).length > 0;
      case 'acting-head':
        return roles.some(({ role }) => role === 'acting-head');
      case 'clerk':
        return roles.some(({ role }) => role === 'clerk');
      case 'system':
        return false;
    }
  }

  /** All units that took over from this one, directly or through later mergers and splits; with `at`: by that moment. */
  successorsOf(unit: UnitId, at: Instant | null = null): readonly UnitId[] {
    return reachable(unit, (id) => {
      const { validTo, successors } = this.unit(id) ?? { validTo: null, successors: [] };
      return at === null || (validTo !== null && validTo <= at) ? successors : [];
    });
  }

  /** All units this one took over from, directly or through earlier mergers and splits. */
  predecessorsOf(unit: UnitId): readonly UnitId[] {
    return reachable(unit, (id) => this.#predecessors.get(id) ?? []);
  }

  /** Parent, grandparent … up to the top. */
  superiorsOf(unit: UnitId): readonly UnitId[] {
    return reachable(unit, (id) => {
      const parent = this.unit(id)?.parent ?? null;
      return parent === null ? [] : [parent];
    });
  }

  #mayAct(account: AccountId, unit: UnitId | null, at: Instant): boolean {
    const kind = this.accountKind(account);
    return kind !== null && kind !== 'test' && (unit === null || this.unitAt(unit, at) !== null);
  }

  #leadsDirectlyUnder(officer: OfficerId, unit: UnitId, at: Instant): boolean {
    return this.appointmentsOf(officer, at).some(
      (appointment) => leads(appointment) && this.unitAt(appointment.unitId, at)?.parent === unit,
    );
  }

  #dissolve({
    unitId,
    validTo,
    successors,
  }: {
    unitId: UnitId;
    validTo: Instant;
    successors: readonly UnitId[];
  }): void {
    const unit = this.#units.get(unitId);
    if (!unit) throw new Error(`impossible history: unit ${unitId} dissolved before it was established`);
    this.#units.set(unitId, { ...unit, validTo, successors });
    for (const successor of successors) {
      this.#predecessors.set(successor, [...(this.#predecessors.get(successor) ?? []), unitId]);
    }
  }

  #appoint(appointment: AppointmentRecord): void {
    this.#appointments.set(appointment.appointmentId, appointment);
    into(this.#byUnit, appointment.unitId).add(appointment.appointmentId);
    into(this.#byOfficer, appointment.officerId).add(appointment.appointmentId);
  }

  #shorten(id: string, validTo: Instant): void {
    const appointment = this.#appointments.get(id);
    if (!appointment) throw new Error(`impossible history: appointment ${id} ended before it was made`);
    this.#appointments.set(id, { ...appointment, validTo: earlierEnd(appointment.validTo, validTo) });
  }

  #revoke({ delegationId: id, ...revoked }: DelegationRevoked['data'], enteredAt: Instant | null): void {
    const granted = this.#delegations.get(id);
    if (!granted) throw new Error(`impossible history: delegation ${id} revoked before it was granted`);
    if (revoked.revokedAt < granted.validTo) {
      this.#delegations.set(id, { ...granted, validTo: revoked.revokedAt, revoked: { ...revoked, enteredAt } });
    }
  }

  #records(ids: ReadonlySet<string> | undefined): AppointmentRecord[] {
    return [...(ids ?? [])].flatMap((id) => {
      const appointment = this.#appointments.get(id);
      if (!appointment) return [];
      const unitEnd = this.unit(appointment.unitId)?.validTo ?? null;
      return [{ ...appointment, validTo: earlierEnd(appointment.validTo, unitEnd) }];
    });
  }

  #valid(ids: ReadonlySet<string> | undefined, at: Instant): AppointmentRecord[] {
    return this.#records(ids).filter((appointment) => covers(appointment, at));
  }
}
