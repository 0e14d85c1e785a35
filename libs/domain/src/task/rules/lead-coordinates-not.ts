import { objection } from '../../kernel/rule.ts';
import type { AssignTask } from '../commands.ts';

/** One body leads, the others coordinate: "rõ người, rõ việc, rõ trách nhiệm" (R33). */
export const leadCoordinatesNot = ({ command: { lead, coordinators } }: { readonly command: AssignTask }) =>
  coordinators.includes(lead) ? objection('task.lead-coordinates', { lead }) : null;
