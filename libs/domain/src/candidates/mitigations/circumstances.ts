import { dayNumberOf, dayOfNumber, vietnamDayOf } from '../../time/instant.ts';
import { decimal } from '../finding.ts';
import type { MitigationRule } from './mitigation-rule.ts';

/** No instrument that grounds it had been made known in the unit, or to the person, by then (R79). */
export const ruleNotDisseminated: MitigationRule = ({ finding, performer, reference }) =>
  [...new Set(finding.rules.map(({ citation }) => citation.instrument))].flatMap((instrument) =>
    reference.dissemination.reached(instrument, finding.unit, performer, finding.at)
      ? []
      : [{ kind: 'rule-not-disseminated' as const, facts: { instrument, unit: finding.unit }, evidence: [] }],
  );

/** The duty began under an earlier head, or in a unit that this one took over from. */
export const inherited: MitigationRule = ({ finding, head, reference }) => {
  const { organisation } = reference;
  const post = head === null ? null : organisation.headOf(finding.unit, finding.at);
  const unit = organisation.unit(finding.unit);
  const fromHead =
    post && post.validFrom > finding.since ? [{ headSince: post.validFrom, dutySince: finding.since }] : [];
  const fromUnit =
    unit && unit.validFrom > finding.since && organisation.predecessorsOf(finding.unit).length > 0
      ? [{ unitSince: unit.validFrom, dutySince: finding.since }]
      : [];
  return [...fromHead, ...fromUnit].map((facts) => ({ kind: 'inherited', facts, evidence: [] }));
};

/** The unit reported the obstacle upward before the limit ran out (R08). */
export const obstacleReported: MitigationRule = ({ finding, world }) =>
  world
    .facts('office', 'obstacle.reported')
    .flatMap((event) =>
      event.occurredAt <= finding.at &&
      event.data.unit === finding.unit &&
      event.data.concerns.includes(finding.subject)
        ? [{ kind: 'obstacle-reported' as const, facts: { content: event.data.content }, evidence: decimal([event]) }]
        : [],
    );

/** Longer than any limit in working days; a longer stretch need not be looked through day by day. */
const longestStretchDays = 400;

/** A day it was counted on is known from memory only, or lies outside the days the calendar knows. */
export const calendarUncertain: MitigationRule = ({ finding }) => {
  const { calendar, since, at } = finding;
  if (calendar === null) return [];
  const [first, last] = [dayNumberOf(vietnamDayOf(since)), dayNumberOf(vietnamDayOf(at))];
  let [fromMemory, unknown] = [0, 0];
  for (let day = first; day <= Math.min(last, first + longestStretchDays); day += 1) {
    const certainty = calendar.certaintyOf(dayOfNumber(day));
    if (certainty === 'M') fromMemory += 1;
    if (certainty === null) unknown += 1;
  }
  return fromMemory + unknown === 0
    ? []
    : [{ kind: 'calendar-uncertain', facts: { fromMemory, unknown }, evidence: [] }];
};

/** The request the body was asked by lacked its questions or deadline (R13). */
export const invalidRequest: MitigationRule = ({ finding, world }) => {
  const [request] = world.history(finding.subject)?.events ?? [];
  return request?.type === 'consultation.requested' &&
    request.data.defects.length > 0 &&
    request.data.requester !== finding.unit
    ? [
        {
          kind: 'invalid-request',
          facts: { defects: request.data.defects.join(', ') },
          evidence: decimal([request]),
        },
      ]
    : [];
};
