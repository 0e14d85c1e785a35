import type { UnitId } from '../../kernel/event.ts';
import { dossierCase, type DossierCase, type Hold } from '../dossier-case.ts';
import {
  type Detector,
  found,
  incidentOf,
  limitOf,
  type Question,
  rulesBinding,
  type Threshold,
  unknownParty,
} from '../finding.ts';

/** The competent person directs on the day of arrival or the next working day (Decree 30/2020 art. 23). */
export const assignDays: Threshold = { parameter: 'assignWorkingDays', byDefault: 1, unit: 'working-days' };

const namedIn = ({ events }: DossierCase, hold: Hold, limit: string): boolean =>
  events.some(
    (event) =>
      event.type === 'dossier.assigned' &&
      event.data.responsible.kind === 'officer' &&
      event.revision > hold.beganBy.revision &&
      event.occurredAt <= limit,
  );

/** Somebody of the unit answers for a step of some procedure at that moment (register of steps, R33). */
const registered = ({ world }: Question, unit: UnitId, at: string): boolean =>
  world
    .facts('office', 'step.assigned')
    .some(({ data }) => data.unit === unit && data.from <= at && (data.to === null || at < data.to));

/**
 * R33 (000 §3; 001 §1, sixth dash; 002 §1b; 003 §1c): the dossier lay in the unit and no person was named for
 * it. A question to the head alone, never to staff. Another system's log need not name people.
 */
export const unassignedStep: Detector = {
  kind: 'unassigned-step',
  obligations: ['R33'],
  category: 'dossier',
  threshold: assignDays,
  humanFinding: false,
  detect(question) {
    const dossier = dossierCase(question.history);
    if (!dossier) return [];
    return dossier.holds.flatMap((hold) => {
      const { unit, party } = hold.holder;
      if (unit === null || party.kind === 'officer' || hold.beganBy.provenance.kind === 'import') return [];
      const rules = rulesBinding(question, ['R33'], unit, hold.began);
      const calendar = question.reference.calendars.for(unit, hold.began);
      const limit = calendar.addWorkingDays(hold.began, limitOf(rules, assignDays));
      if (rules.length === 0 || (hold.ended ?? question.asOf) <= limit) return [];
      if (namedIn(dossier, hold, limit) || registered(question, unit, limit)) return [];
      return found(unassignedStep, question, {
        incident: incidentOf(hold.beganBy, 'unassigned'),
        at: limit,
        since: hold.began,
        unit,
        performer: unknownParty,
        lines: 'head-only',
        calendar,
        facts: { limit },
        evidence: [hold.beganBy],
      });
    });
  },
};
