import type { CalendarCitation } from '../kernel/citation.ts';
import type { Instant, UnitId } from '../kernel/event.ts';
import type { OrganisationDirectory } from '../organisation/directory.ts';
import type { CalendarEvent, CalendarPublished } from './events.ts';
import { plainWeek, WorkingCalendar } from './working-calendar.ts';

/** Every version of every calendar; which one counts depends on the unit and on what was announced by then. */
export class Calendars {
  readonly #plain = new WorkingCalendar(plainWeek);
  readonly #versions = new Map<string, WorkingCalendar[]>();

  constructor(private readonly organisation: OrganisationDirectory) {}

  apply({ data }: CalendarEvent): void {
    const versions = this.#versions.get(data.calendarId) ?? [];
    versions.push(new WorkingCalendar(data));
    this.#versions.set(data.calendarId, versions);
  }

  /**
   * The newest version announced by `knownAt` of the calendar that the unit keeps: the one naming it or the
   * nearest unit above it, else the one for everyone. Before any, the plain week (version 0).
   */
  for(unit: UnitId | null, knownAt: Instant): WorkingCalendar {
    const line = unit === null ? [] : [unit, ...this.organisation.superiorsOf(unit)];
    let best: { readonly distance: number; readonly calendar: WorkingCalendar } | null = null;
    for (const versions of this.#versions.values()) {
      const calendar = versions.findLast(({ version }) => version.announcedAt <= knownAt);
      if (!calendar) continue;
      const { units } = calendar.version;
      const nearest = line.findIndex((each) => units.includes(each));
      const distance = units.length === 0 ? line.length : nearest;
      if (distance >= 0 && (best === null || distance < best.distance)) best = { distance, calendar };
    }
    return best?.calendar ?? this.#plain;
  }

  /** The very version a computation cites; null when the ledger has none such. */
  cited({ calendar, version }: CalendarCitation): WorkingCalendar | null {
    if (version === 0) return this.#plain;
    return this.versionsOf(calendar).find((known) => known.citation.version === version) ?? null;
  }

  /** Was it announced before the other? A term counted on a later one is never taken back to it. */
  isOlder(one: CalendarCitation, other: CalendarCitation): boolean {
    const announced = (cited: CalendarCitation): Instant => this.cited(cited)?.version.announcedAt ?? '';
    return announced(one) < announced(other);
  }

  /** The newest version of each calendar. */
  newest(): readonly CalendarPublished['data'][] {
    return [...this.#versions.values()].flatMap((versions) => versions.at(-1)?.version ?? []);
  }

  /** In order; empty when there is no such calendar. */
  versionsOf(calendarId: string): readonly WorkingCalendar[] {
    return this.#versions.get(calendarId) ?? [];
  }
}
