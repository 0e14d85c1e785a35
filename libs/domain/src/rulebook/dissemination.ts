import type { InstrumentId } from '../kernel/citation.ts';
import type { Instant, OfficerId, UnitId } from '../kernel/event.ts';
import type { OrganisationDirectory } from '../organisation/directory.ts';
import type { DisseminationEvent, DisseminationHeld } from './events.ts';

type Session = DisseminationHeld['data'];

/** Which instruments were made known in which unit, and to whom (R79). */
export class Dissemination {
  readonly #held = new Map<string, Session[]>();

  constructor(private readonly organisation: OrganisationDirectory) {}

  apply({ data }: DisseminationEvent): void {
    const key = `${data.instrumentId} ${data.unitId}`;
    this.#held.set(key, [...(this.#held.get(key) ?? []), data]);
  }

  /** The sessions held in the unit by the moment. */
  sessions(instrument: InstrumentId, unit: UnitId, at: Instant): readonly Session[] {
    return (this.#held.get(`${instrument} ${unit}`) ?? []).filter(({ heldAt }) => heldAt <= at);
  }

  /**
   * Was it made known in the unit by the moment: to the officer when one is named, else to anybody? A session
   * without a list of names reached those who were of the unit on that day, not those who joined later.
   */
  reached(instrument: InstrumentId, unit: UnitId, officer: OfficerId | null, at: Instant): boolean {
    return this.sessions(instrument, unit, at).some(
      (session) => officer === null || session.attendees.includes(officer) || this.#presumedThere(session, officer),
    );
  }

  #presumedThere({ attendees, unitId, heldAt }: Session, officer: OfficerId): boolean {
    return (
      attendees.length === 0 &&
      this.organisation.appointmentsOf(officer, heldAt).some((appointment) => appointment.unitId === unitId)
    );
  }
}
