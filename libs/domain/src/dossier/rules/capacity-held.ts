import { objection } from '../../kernel/rule.ts';
import type { InOffice, Intake } from '../judged.ts';

/**
 * Decree 30/2020 art. 13: KT., TL., TUQ. and acting capacity are held by appointment or written
 * delegation in force when the act happens; R09, R33. Nobody acts for a unit they do not belong to.
 */
export const capacityHeld = ({ command, organisation }: InOffice<Pick<Intake, 'command'>>) =>
  organisation.actorHoldsCapacity
    ? null
    : objection('actor.capacity-not-held', {
        capacity: command.actor.capacity,
        unit: command.actor.unit ?? '—',
        at: command.at,
      });
