import type { CaseFacts } from '../../kernel/aggregate.ts';
import type { UnitId } from '../../kernel/event.ts';
import { objection } from '../../kernel/rule.ts';

/** `to` stands above the unit, or directly under the one above and so serves it: its office, or home affairs. */
export const standsAbove = (to: UnitId, unit: UnitId, { reference: { organisation } }: CaseFacts): boolean => {
  const superiors = organisation.superiorsOf(unit);
  const parent = organisation.unit(to)?.parent ?? null;
  return superiors.includes(to) || (to !== unit && parent !== null && superiors.includes(parent));
};

/** R08: obstacles go to the committee above, in the province through home affairs (letter of An Lão; directive 2024, end). */
export const obstacleChannel = (channel: UnitId, unit: UnitId, facts: CaseFacts) =>
  facts.imported || standsAbove(channel, unit, facts)
    ? null
    : objection('obstacle.channel-not-above', { channel, unit });

/** R29, R30: reports on tasks go to the committee that assigned them, never sideways. */
export const reportUpward = (to: UnitId, unit: UnitId, { reference, imported }: CaseFacts) =>
  imported || reference.organisation.superiorsOf(unit).includes(to)
    ? null
    : objection('report.not-upward', { to, unit });
