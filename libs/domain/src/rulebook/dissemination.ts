import type { InstrumentId } from '../kernel/citation.ts';
import type { Instant, OfficerId, UnitId } from '../kernel/event.ts';
import type { DisseminationEvent, DisseminationHeld } from './events.ts';

/** Which instruments were made known in which unit, and to whom (R79). */
export class Dissemination {
  readonly #held = new Map<string, DisseminationHeld['data'][]>();

  apply({ data }: DisseminationEvent): void {
    const key = `${data.instrumentId} ${data.unitId}`;
    this.#held.set(key, [...(this.#held.get(key) ?? []), data]);
  }

  /** The sessions held in the unit by the moment. */
  sessions(instrument: InstrumentId, unit: UnitId, at: Instant): readonly DisseminationHeld['data'][] {
    return (this.#held.get(`${instrument} ${unit}`) ?? []).filter(({ heldAt }) => heldAt <= at);
  }

  /** Was it made known to the officer in the unit by the moment? A session without a list of names reached everyone. */
  reached(instrument: InstrumentId, unit: UnitId, officer: OfficerId | null, at: Instant): boolean {
    return this.sessions(instrument, unit, at).some(
      ({ attendees }) => attendees.length === 0 || officer === null || attendees.includes(officer),
    );
  }
}
