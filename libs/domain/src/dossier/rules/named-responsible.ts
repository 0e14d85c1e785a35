import { objection } from '../../kernel/rule.ts';
import type { AssignDossier } from '../commands.ts';
import { keeperOf } from '../evolve.ts';
import type { InOffice, Judged } from '../judged.ts';

/** R33 "rõ người, rõ việc": the one responsible for a step is a person serving in the holding, lead or a coordinating unit. */
export const namedResponsible = ({ command, dossier, organisation }: InOffice<Judged<AssignDossier>>) => {
  const { responsible, leadUnit, coordinators } = command;
  const serves = responsible.kind === 'officer' ? organisation.officers[responsible.id] : undefined;
  if (responsible.kind !== 'officer' || !serves) {
    return objection('assignment.responsible-not-a-person', {
      responsible: responsible.kind === 'unknown' ? '—' : responsible.id,
    });
  }
  return [keeperOf(dossier).unit, leadUnit, ...coordinators].some((unit) => unit !== null && serves.includes(unit))
    ? null
    : objection('assignment.responsible-not-in-unit', { responsible: responsible.id });
};
