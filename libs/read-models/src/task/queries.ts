import type { Instant } from '#domain/kernel/event.ts';
import type { Reference } from '#domain/reference.ts';
import type { TaskPriority } from '#domain/task/events.ts';
import type { CommitmentState, Task } from '#domain/task/state.ts';
import type { Page } from '#contracts/views.ts';
import type { CommitmentView, Programme, TaskDetail, TaskStatus, TaskSummary, Waiting } from '#contracts/task-views.ts';
import { Mentioned, labelsOf } from '../labels.ts';
import { type PageRequest, cutPage, keyOf, limitOf } from '../page/cursor.ts';
import { Parameters, type ViewDatabase, allOf } from '../view-database.ts';
import type { CommitmentRow } from './table.entity.ts';
import { commitmentView, detailView, mentionAll, mentionTask, summaryView } from './views.ts';

export type TaskFilter = PageRequest & {
  readonly lead?: string | undefined;
  /** Officer. */
  readonly responsible?: string | undefined;
  readonly assigner?: string | undefined;
  readonly status?: TaskStatus | undefined;
  /** Open past the present deadline, the product not with the assigner; `false`: all others. */
  readonly overdue?: boolean | undefined;
  readonly programme?: string | undefined;
  readonly priority?: TaskPriority | undefined;
  readonly waitingFor?: Waiting | undefined;
  readonly directive?: string | undefined;
  readonly parent?: string | undefined;
};

/** SQL for a task that is overdue at the placeholder `now`: a product with the assigner stops the clock. */
export const overdueThen = (now: string): string =>
  `(t.status = 'open' and t.waiting_for is distinct from 'product' and t.due_at < ${now}::timestamptz)`;

const conditions = (filter: TaskFilter, now: Instant, parameters: Parameters): string => {
  const key = keyOf(filter, ['instant', 'text']);
  const columns: readonly (readonly [string, string | undefined])[] = [
    ['t.lead', filter.lead],
    ['t.assigner', filter.assigner],
    ['t.status', filter.status],
    ['t.programme_name', filter.programme],
    ['t.priority', filter.priority],
    ['t.waiting_for', filter.waitingFor],
    ['t.directive_id', filter.directive],
    ['t.parent_task_id', filter.parent],
  ];
  return allOf([
    ...columns.map(([column, value]) => (value === undefined ? null : `${column} = ${parameters.add(value)}`)),
    filter.responsible === undefined
      ? null
      : `t.responsible_kind = 'officer' and t.responsible_id = ${parameters.add(filter.responsible)}`,
    filter.overdue === undefined ? null : `${overdueThen(parameters.add(now))} = ${parameters.add(filter.overdue)}`,
    key === null
      ? null
      : `(t.due_at, t.task_id) > (${parameters.add(key[0])}::timestamptz, ${parameters.add(key[1])}::text)`,
  ]);
};

type StoredTask = { taskId: string; state: string; dueAt: string; revision: number };
const taskColumns = 't.task_id as "taskId", t.state, t.due_at as "dueAt", t.revision';
const taskIn = ({ state }: StoredTask): Task => JSON.parse(state) as Task;

/** Tasks, the earliest present deadline first. Throws InvalidCursor, InvalidLimit. */
export const findTasks = async (db: ViewDatabase, filter: TaskFilter): Promise<Page<TaskSummary>> => {
  const limit = limitOf(filter);
  const parameters = new Parameters();
  const now = db.now();
  const where = conditions(filter, now, parameters);
  const found = await db.rows<StoredTask>(
    `select ${taskColumns} from views.task t where ${where}
      order by t.due_at, t.task_id limit ${limit + 1}`,
    parameters.values,
  );
  const { rows, next } = cutPage(found, limit, ({ dueAt, taskId }) => [dueAt, taskId]);
  const tasks = rows.map(taskIn);
  const mentioned = new Mentioned();
  for (const task of tasks) mentionTask(mentioned, task);
  const labels = await labelsOf(db, mentioned);
  return { items: tasks.map((task) => summaryView(task, labels, now)), next };
};

/** Everything about one task; null when there is none. `reference`: for calendars, rules and who was head. */
export const findTask = async (db: ViewDatabase, taskId: string, reference: Reference): Promise<TaskDetail | null> => {
  const found = await db.rows<StoredTask>(
    `select ${taskColumns} from views.task t where t.task_id = $1 or t.parent_task_id = $1 order by t.task_id`,
    [taskId],
  );
  const row = found.find((each) => each.taskId === taskId);
  if (!row) return null;
  const task = taskIn(row);
  const subtasks = found.filter((each) => each !== row).map(taskIn);
  const mentioned = new Mentioned();
  mentionAll(mentioned, task);
  for (const { lead } of subtasks) mentioned.unit(lead);
  const labels = await labelsOf(db, mentioned);
  return detailView({ task, revision: row.revision, subtasks }, labels, { reference, now: db.now() });
};

export type CommitmentFilter = PageRequest & {
  readonly state?: CommitmentState | undefined;
  /** The body that promised. */
  readonly unit?: string | undefined;
};

/** Promised milestones, the latest first. Throws InvalidCursor, InvalidLimit. */
export const findCommitments = async (db: ViewDatabase, filter: CommitmentFilter): Promise<Page<CommitmentView>> => {
  const limit = limitOf(filter);
  const parameters = new Parameters();
  const key = keyOf(filter, ['instant', 'text']);
  const where = allOf([
    filter.state === undefined ? null : `state = ${parameters.add(filter.state)}`,
    filter.unit === undefined ? null : `unit_id = ${parameters.add(filter.unit)}`,
    key === null
      ? null
      : `(milestone, commitment_id) < (${parameters.add(key[0])}::timestamptz, ${parameters.add(key[1])}::text)`,
  ]);
  const found = await db.rows<CommitmentRow>(
    `select task_id as "taskId", commitment_id as "commitmentId", title, unit_id as "unitId",
            made_by_kind as "madeByKind", made_by_id as "madeById", made_at as "madeAt", milestone, state,
            ended_at as "endedAt", recorded_broken as "recordedBroken"
       from views.commitment where ${where} order by milestone desc, commitment_id desc limit ${limit + 1}`,
    parameters.values,
  );
  const { rows, next } = cutPage(found, limit, ({ milestone, commitmentId }) => [milestone, commitmentId]);
  const mentioned = new Mentioned();
  for (const { unitId, madeByKind, madeById } of rows) mentioned.unit(unitId).party(madeByKind, madeById);
  const labels = await labelsOf(db, mentioned);
  const items = rows.map(({ madeByKind, madeById, unitId, ...row }) => ({
    ...commitmentView({ ...row, unit: unitId, madeBy: { kind: 'unknown' } }, labels),
    madeBy: labels.party(madeByKind, madeById),
  }));
  return { items, next };
};

type Fulfilment = Omit<Programme['units'][number], 'unit'> & { lead: string };

/** How much of the year's programme each lead delivered, of how many items; `unit`: only that lead. */
export const findProgramme = async (
  db: ViewDatabase,
  { year, unit }: { readonly year: number; readonly unit?: string | undefined },
): Promise<Programme> => {
  const rows = await db.rows<Fulfilment>(
    `select t.lead, count(*)::integer as items,
            count(*) filter (where t.status = 'done')::integer as delivered,
            count(*) filter (where t.status = 'done' and not t.late)::integer as "deliveredInTime",
            count(*) filter (where t.status = 'withdrawn')::integer as withdrawn,
            count(*) filter (where t.status = 'open')::integer as open,
            count(*) filter (where ${overdueThen('$2')})::integer as overdue
       from views.task t where t.programme_year = $1 and ($3::text is null or t.lead = $3)
      group by t.lead order by t.lead`,
    [year, db.now(), unit ?? null],
  );
  const mentioned = new Mentioned();
  for (const { lead } of rows) mentioned.unit(lead);
  const labels = await labelsOf(db, mentioned);
  return { year, units: rows.map(({ lead, ...figures }) => ({ unit: labels.unit(lead), ...figures })) };
};
