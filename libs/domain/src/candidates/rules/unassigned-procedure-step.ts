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
import { factsOf, type FactOf } from '../history.ts';

/** No text says by when the steps of a procedure have their persons; the default is two working weeks. */
const assignStepsDays: Threshold = {
  parameter: 'assignStepsWorkingDays',
  byDefault: 10,
  unit: 'working-days',
};

/** Laid down anew since, for the same unit: the later one counts. */
const replaced = ({ world }: Question, { data, position }: FactOf<'procedure.laid-down'>): boolean =>
  world
    .facts('office', 'procedure.laid-down')
    .some(
      (other) => other.position > position && other.data.unit === data.unit && other.data.procedure === data.procedure,
    );

/** Steps that were never given to anybody, of the unit or below it. */
const stepsWithoutPerson = (
  { world, reference }: Question,
  { data }: FactOf<'procedure.laid-down'>,
): readonly string[] => {
  const given = world
    .facts('office', 'step.assigned')
    .filter(
      (step) =>
        step.data.procedure === data.procedure &&
        [step.data.unit, ...reference.organisation.superiorsOf(step.data.unit)].includes(data.unit),
    )
    .map((step) => step.data.step);
  return data.steps.filter((step) => !given.includes(step));
};

/** R33: the unit laid down how it works a procedure, and steps of it were never given to anybody. The head's alone. */
export const unassignedProcedureStep: Detector = {
  kind: 'unassigned-step',
  obligations: ['R33'],
  category: 'office',
  threshold: assignStepsDays,
  humanFinding: false,
  detect(question) {
    return factsOf(question.history, 'procedure.laid-down').flatMap((laid) => {
      const { unit, procedure } = laid.data;
      const rules = rulesBinding(question, ['R33'], unit, laid.occurredAt);
      const calendar = question.reference.calendars.for(unit, laid.occurredAt);
      const limit = calendar.addWorkingDays(laid.occurredAt, limitOf(rules, assignStepsDays));
      const without = stepsWithoutPerson(question, laid);
      const imported = laid.provenance.kind === 'import';
      if (rules.length === 0 || question.asOf <= limit || without.length === 0 || imported) return [];
      if (replaced(question, laid)) return [];
      return found(unassignedProcedureStep, question, {
        incident: incidentOf(laid, 'unassigned'),
        at: limit,
        since: laid.occurredAt,
        unit,
        performer: unknownParty,
        lines: 'head-only',
        calendar,
        facts: { limit, procedure, steps: without.length },
        evidence: [laid],
      });
    });
  },
};
