import type { StepView } from '#contracts/office-views.ts';
import type { OfficeRecord } from '#domain/office/evolve.ts';
import type { Instant } from '#domain/kernel/event.ts';
import { Mentioned, labelsOf } from '../labels.ts';
import { headAt, inOffice } from '../organisation/head.ts';
import type { ViewDatabase } from '../view-database.ts';

type Procedure = Extract<OfficeRecord, { readonly kind: 'procedure' }>['first'];
type Assignment = Extract<OfficeRecord, { readonly kind: 'step' }>['first'];
type Step = { readonly procedure: string; readonly step: string };
type Answerable = Step & { readonly assignment: Assignment | null; readonly unassigned: StepView['unassigned'] };

export type StepsQuestion = {
  readonly unit: string;
  /** Default now. */
  readonly at?: Instant | undefined;
  /** Only steps for which nobody answers. */
  readonly unassigned?: boolean | undefined;
};

const recordsOf = async <First>(
  db: ViewDatabase,
  kind: 'procedure' | 'step',
  { unit, at }: { readonly unit: string; readonly at: Instant },
): Promise<readonly First[]> => {
  const rows = await db.rows<{ state: string }>(
    `select o.state from views.office_record o
      where o.kind = $1 and o.unit_id = $2 and o.began_at <= $3::timestamptz order by o.began_at, o.record_id`,
    [kind, unit, at],
  );
  return rows.map(({ state }) => (JSON.parse(state) as { readonly first: First }).first);
};

/** The steps of the latest version of each procedure; a procedure never laid down has the steps that were assigned. */
const stepsOf = (procedures: readonly Procedure[], assignments: readonly Assignment[]): readonly Step[] => {
  const latest = new Map(procedures.map((laidDown) => [laidDown.procedure, laidDown.steps]));
  for (const { procedure, step } of assignments) {
    if (procedures.some((laidDown) => laidDown.procedure === procedure)) continue;
    latest.set(procedure, [...new Set([...(latest.get(procedure) ?? []), step])]);
  }
  return [...latest].flatMap(([procedure, steps]) => steps.map((step) => ({ procedure, step })));
};

const serving = async (db: ViewDatabase, { unit, at }: { readonly unit: string; readonly at: Instant }) => {
  const rows = await db.rows<{ officerId: string }>(
    `select distinct a.officer_id as "officerId" from ${inOffice} a
      where a.unit_id = $1 and a.valid_from <= $2::timestamptz and (a.valid_to is null or a.valid_to > $2::timestamptz)`,
    [unit, at],
  );
  return new Set(rows.map(({ officerId }) => officerId));
};

/** Who answers for the step: the latest assignment that covers the moment, of one who still serves in the unit. */
const answerable = (
  step: Step,
  assignments: readonly Assignment[],
  { at, present }: { readonly at: Instant; readonly present: ReadonlySet<string> },
): Answerable => {
  const own = assignments.filter((each) => each.procedure === step.procedure && each.step === step.step);
  const covering = own.filter(({ from, to }) => from <= at && (to === null || at < to));
  const assignment = covering.findLast(({ officer }) => present.has(officer)) ?? null;
  if (assignment !== null) return { ...step, assignment, unassigned: null };
  if (covering.length > 0) return { ...step, assignment, unassigned: 'officer-left' };
  return { ...step, assignment, unassigned: own.length > 0 ? 'period-over' : 'never-assigned' };
};

/** The steps of the unit's procedures at a moment, each with the person who answers for it or why nobody does (R33). */
export const findSteps = async (db: ViewDatabase, question: StepsQuestion): Promise<readonly StepView[]> => {
  const { unit } = question;
  const at = question.at ?? db.now();
  const procedures = await recordsOf<Procedure>(db, 'procedure', { unit, at });
  const assignments = await recordsOf<Assignment>(db, 'step', { unit, at });
  const present = await serving(db, { unit, at });
  const all = stepsOf(procedures, assignments).map((step) => answerable(step, assignments, { at, present }));
  const wanted = all.filter(({ unassigned }) => !question.unassigned || unassigned !== null);
  const [head] = await db.rows<{ officer_id: string }>(headAt('$1', '$2::timestamptz'), [unit, at]);
  const mentioned = new Mentioned().unit(unit).party('officer', head?.officer_id ?? null);
  for (const { assignment } of wanted) mentioned.party('officer', assignment?.officer ?? null);
  const labels = await labelsOf(db, mentioned);
  return wanted.map(({ procedure, step, assignment, unassigned }) => ({
    unit: labels.unit(unit),
    procedure,
    step,
    officer: assignment === null ? null : labels.party('officer', assignment.officer),
    from: assignment?.from ?? null,
    to: assignment?.to ?? null,
    unassigned,
    head: head === undefined ? null : labels.party('officer', head.officer_id),
  }));
};
