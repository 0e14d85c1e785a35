import type { Capacity } from '../../kernel/event.ts';
import type { InOffice, Intake } from '../judged.ts';

/** Capacities that by themselves bind the unit (Decree 30/2020 art. 13, 23); `own` binds it only for its head. */
const bindingCapacities: readonly Capacity[] = ['for-head', 'by-order', 'by-delegation', 'acting-head', 'clerk'];

/** Whether the actor's word is the word of the unit they act for. */
export const speaksForUnit = ({ command, organisation }: InOffice<Pick<Intake, 'command'>>): boolean =>
  bindingCapacities.includes(command.actor.capacity) || organisation.actorHeadsUnit;
