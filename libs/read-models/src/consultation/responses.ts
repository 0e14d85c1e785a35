import type { Responsiveness } from '#contracts/consultation-views.ts';
import type { WorkingCalendar } from '#domain/calendar/working-calendar.ts';
import { responsivenessOf, type Exchange } from '#domain/consultation/responsiveness.ts';
import type { UnitId } from '#domain/kernel/event.ts';
import { Mentioned, labelsOf } from '../labels.ts';
import { Parameters, type ViewDatabase, allOf } from '../view-database.ts';

export type ResponsivenessFilter = {
  readonly requester?: string | undefined;
  readonly responder?: string | undefined;
};

/**
 * How each organisation answers each other one, most asked first. Office time runs on the calendar that
 * `calendarOf` gives for the responder. Requests that bound nobody (R13) are not among them.
 */
export const findResponsiveness = async (
  db: ViewDatabase,
  filter: ResponsivenessFilter,
  calendarOf: (unit: UnitId) => WorkingCalendar,
): Promise<readonly Responsiveness[]> => {
  const parameters = new Parameters();
  const where = allOf([
    'a.binding_due_at is not null',
    filter.requester === undefined ? null : `a.requester = ${parameters.add(filter.requester)}`,
    filter.responder === undefined ? null : `a.unit_id = ${parameters.add(filter.responder)}`,
  ]);
  const exchanges = await db.rows<Exchange>(
    `select a.requester, a.unit_id as responder, a.status, a.registered_at as "registeredAt",
            a.answered_at as "answeredAt", a.late_answered_at as "lateAnsweredAt"
       from views.consultation_addressee a where ${where}
      order by a.requester, a.unit_id, a.consultation_id`,
    parameters.values,
  );
  const pairs = responsivenessOf(exchanges, calendarOf);
  const mentioned = new Mentioned();
  for (const { requester, responder } of pairs) mentioned.unit(requester).unit(responder);
  const labels = await labelsOf(db, mentioned);
  return pairs
    .toSorted((one, other) => other.asked - one.asked)
    .map(({ requester, responder, inTime: { interval, ...rate }, ...figures }) => ({
      ...figures,
      requester: labels.unit(requester),
      responder: labels.unit(responder),
      inTime: { ...rate, low: interval?.low ?? null, high: interval?.high ?? null },
    }));
};
