import type { AuthorityEvent } from './authority/events.ts';
import { AuthorityMatrix } from './authority/matrix.ts';
import { Calendars } from './calendar/calendars.ts';
import type { CalendarEvent } from './calendar/events.ts';
import { isOrganisationEvent, OrganisationDirectory } from './organisation/directory.ts';
import type { OrganisationEvent } from './organisation/events.ts';
import { Dissemination } from './rulebook/dissemination.ts';
import type { DisseminationEvent, RulebookEvent } from './rulebook/events.ts';
import { Rulebook } from './rulebook/rulebook.ts';

export type ReferenceEvent = OrganisationEvent | CalendarEvent | RulebookEvent | AuthorityEvent | DisseminationEvent;

/** Categories of the streams that a reference is folded from. */
export const referenceCategories = [
  'unit',
  'officer',
  'account',
  'delegation',
  'calendar',
  'rulebook',
  'authority',
  'dissemination',
] as const;

const prefix = /^(calendar|rulebook|authority|dissemination)\./;

export const isReferenceEvent = <E extends { readonly type: string }>(event: E): event is E & ReferenceEvent =>
  isOrganisationEvent(event) || prefix.test(event.type);

/** Everything judgements refer to besides the subject itself: who was in office, which rules and which calendar applied, who was competent. */
export class Reference {
  readonly organisation = new OrganisationDirectory();
  readonly calendars = new Calendars(this.organisation);
  readonly rulebook = new Rulebook(this.organisation);
  readonly authority = new AuthorityMatrix(this.organisation);
  readonly dissemination = new Dissemination(this.organisation);

  /** MUST be given the events of each stream in their order. */
  apply(event: ReferenceEvent): void {
    switch (event.type) {
      case 'calendar.published':
        return this.calendars.apply(event);
      case 'rulebook.published':
      case 'rulebook.bound':
      case 'rulebook.unbound':
        return this.rulebook.apply(event);
      case 'authority.assigned':
      case 'authority.ended':
        return this.authority.apply(event);
      case 'dissemination.held':
        return this.dissemination.apply(event);
      default:
        return this.organisation.apply(event);
    }
  }
}

/** The same reference with another rulebook in it, for asking what that one would have found. */
export const withRulebook = (reference: Reference, rulebook: Rulebook): Reference =>
  Object.assign(new Reference(), reference, { rulebook });
