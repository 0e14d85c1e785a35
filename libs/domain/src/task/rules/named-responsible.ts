import type { CaseFacts } from '../../kernel/aggregate.ts';
import { objection } from '../../kernel/rule.ts';
import type { AssignTask } from '../commands.ts';

/** Each task names one responsible person, who serves in the lead unit or below it (letters 000 §3, 002 §1b, 003 §1c: R33). */
export const namedResponsible = ({
  command: { responsible, lead, at },
  facts: {
    reference: { organisation },
  },
}: {
  readonly command: AssignTask;
  readonly facts: CaseFacts;
}) => {
  if (responsible.kind !== 'officer' || !organisation.knowsOfficer(responsible.id)) {
    return objection('task.responsible-not-a-person', { party: responsible.kind });
  }
  const servesThere = organisation
    .appointmentsOf(responsible.id, at)
    .some(({ unitId }) => unitId === lead || organisation.superiorsOf(unitId).includes(lead));
  return servesThere ? null : objection('task.responsible-not-in-lead', { officer: responsible.id, lead, at });
};
