import { objection } from '../../kernel/rule.ts';
import type { AssignStep } from '../commands.ts';
import type { Judged } from '../judged.ts';

/** R33 "rõ người": the step of a unit is answered for by somebody who serves in it when the period begins. */
export const stepInOwnUnit = ({ command: { officer, unit, from }, facts }: Judged<AssignStep>) => {
  const { organisation } = facts.reference;
  if (facts.imported) return null;
  if (!organisation.knowsOfficer(officer)) return objection('case.officer-unknown', { officer });
  return organisation.appointmentsOf(officer, from).some(({ unitId }) => unitId === unit)
    ? null
    : objection('step.officer-not-in-unit', { officer, unit, from });
};
