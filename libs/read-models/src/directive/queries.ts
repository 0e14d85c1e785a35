import { confirmedSameDay } from '#domain/directive/rules/confirmed-same-day.ts';
import type { Directive } from '#domain/directive/state.ts';
import type { Instant } from '#domain/kernel/event.ts';
import type { Reference } from '#domain/reference.ts';
import type { Task } from '#domain/task/state.ts';
import type { Page } from '#contracts/views.ts';
import type { DirectiveDetail, DirectiveSummary, RecipientView } from '#contracts/task-views.ts';
import { type Labels, Mentioned, labelsOf } from '../labels.ts';
import { type PageRequest, cutPage, keyOf, limitOf } from '../page/cursor.ts';
import { idOf } from '../party-key.ts';
import { summaryView } from '../task/views.ts';
import { Parameters, type ViewDatabase, allOf } from '../view-database.ts';

type Stored = { directiveId: string; state: string; issuedAt: Instant; revision: number; earlier: number };
type Linked = { directiveId: string; state: string };

/** SQL: the directive itself and those it repeats, back to the first one on the duty; ends in a circle, too. */
const timesReissued = `(
  with recursive line (id, earlier) as (
    select d.directive_id, d.reissue_of union
    select e.directive_id, e.reissue_of from line join views.directive e on e.directive_id = line.earlier)
  select count(*)::integer - 1 from line) as earlier`;
const columns = `d.directive_id as "directiveId", d.state, d.issued_at as "issuedAt", d.revision, ${timesReissued}`;

const directiveIn = ({ state }: Stored): Directive => JSON.parse(state) as Directive;

const tasksOf = async (db: ViewDatabase, ids: readonly string[]): Promise<ReadonlyMap<string, readonly Task[]>> => {
  const rows = await db.rows<Linked>(
    'select directive_id as "directiveId", state from views.task where directive_id = any($1) order by task_id',
    [ids],
  );
  const byDirective = new Map<string, Task[]>();
  for (const { directiveId, state } of rows) {
    byDirective.set(directiveId, [...(byDirective.get(directiveId) ?? []), JSON.parse(state) as Task]);
  }
  return byDirective;
};

/** The tasks that carry out the duty of one recipient: led by it, by a unit below it, or by one that took over. */
const carriedOutFor = (unit: string, tasks: readonly Task[], reference: Reference): readonly Task[] => {
  const { organisation } = reference;
  const bound = [unit, ...organisation.successorsOf(unit)];
  return tasks.filter(({ lead }) => [lead, ...organisation.superiorsOf(lead)].some((each) => bound.includes(each)));
};

type Known = { readonly labels: Labels; readonly reference: Reference; readonly now: Instant };

/** The worst of what became of it, so that one open task is not hidden behind one done. */
const coverageOf = (tasks: RecipientView['tasks']): RecipientView['coverage'] => {
  if (tasks.length === 0) return 'no-task';
  if (tasks.some(({ overdue }) => overdue)) return 'overdue';
  if (tasks.some(({ status }) => status === 'open')) return 'open';
  const done = tasks.filter(({ status }) => status === 'done');
  if (done.length === 0) return 'withdrawn';
  return done.some(({ late }) => late === true) ? 'done-late' : 'done-in-time';
};

const recipientView = (
  { unit, role }: Directive['recipients'][number],
  { directive, tasks }: { readonly directive: Directive; readonly tasks: readonly Task[] },
  { labels, reference, now }: Known,
): RecipientView => {
  const receipt = directive.receipts.find((each) => each.unit === unit);
  const linked = role === 'execute' ? carriedOutFor(unit, tasks, reference) : [];
  const shown = linked.map((task) => {
    const { taskId, lead, status, dueAt, overdue, late } = summaryView(task, labels, now);
    return { taskId, lead, status, dueAt, overdue, late };
  });
  return {
    unit: labels.unit(unit),
    role,
    arrivalNumber: receipt?.arrivalNumber ?? null,
    receivedAt: receipt?.receivedAt ?? null,
    confirmedAt: receipt?.confirmedAt ?? null,
    confirmedLate: receipt ? !confirmedSameDay(receipt) : null,
    coverage: role === 'execute' ? coverageOf(shown) : 'no-duty',
    tasks: shown,
  };
};

const summaryOf = (
  stored: Stored,
  tasks: readonly Task[],
  { labels, reference }: Pick<Known, 'labels' | 'reference'>,
): DirectiveSummary => {
  const directive = directiveIn(stored);
  const executors = directive.recipients.filter(({ role }) => role === 'execute');
  return {
    directiveId: stored.directiveId,
    issuer: labels.unit(directive.issuer),
    document: directive.document,
    duty: directive.duty,
    issuedAt: directive.issuedAt,
    reissueOf: directive.reissueOf,
    timesReissued: stored.earlier,
    executors: executors.length,
    executorsWithTask: executors.filter(({ unit }) => carriedOutFor(unit, tasks, reference).length > 0).length,
  };
};

export type DirectiveFilter = PageRequest & {
  readonly issuer?: string | undefined;
  /** Only directives that this unit is to execute. */
  readonly executor?: string | undefined;
  /** Only those that repeat an earlier one (R76). */
  readonly reissued?: boolean | undefined;
};

/** Directives, the newest first. Throws InvalidCursor, InvalidLimit. */
export const findDirectives = async (
  db: ViewDatabase,
  reference: Reference,
  filter: DirectiveFilter,
): Promise<Page<DirectiveSummary>> => {
  const limit = limitOf(filter);
  const parameters = new Parameters();
  const key = keyOf(filter, ['instant', 'text']);
  const where = allOf([
    filter.issuer === undefined ? null : `d.issuer = ${parameters.add(filter.issuer)}`,
    filter.executor === undefined ? null : `${parameters.add(filter.executor)} = any(d.executors)`,
    filter.reissued === undefined ? null : `(d.reissue_of is not null) = ${parameters.add(filter.reissued)}`,
    key === null
      ? null
      : `(d.issued_at, d.directive_id) < (${parameters.add(key[0])}::timestamptz, ${parameters.add(key[1])}::text)`,
  ]);
  const found = await db.rows<Stored>(
    `select ${columns} from views.directive d where ${where}
      order by d.issued_at desc, d.directive_id desc limit ${limit + 1}`,
    parameters.values,
  );
  const { rows, next } = cutPage(found, limit, ({ issuedAt, directiveId }) => [issuedAt, directiveId]);
  const mentioned = new Mentioned();
  for (const row of rows) mentioned.unit(directiveIn(row).issuer);
  const ids = rows.map(({ directiveId }) => directiveId);
  const [labels, tasks] = await Promise.all([labelsOf(db, mentioned), tasksOf(db, ids)]);
  const items = rows.map((row) => summaryOf(row, tasks.get(row.directiveId) ?? [], { labels, reference }));
  return { items, next };
};

const sameDuty = (db: ViewDatabase, directiveId: string): Promise<{ directiveId: string; issuedAt: Instant }[]> =>
  db.rows(
    `with recursive line (id, earlier) as (
       select directive_id, reissue_of from views.directive where directive_id = $1 union
       select d.directive_id, d.reissue_of from line
         join views.directive d on d.directive_id = line.earlier or d.reissue_of = line.id)
     select directive_id as "directiveId", issued_at as "issuedAt"
       from line join views.directive on directive_id = line.id order by issued_at, directive_id`,
    [directiveId],
  );

/** One directive with what became of it at each recipient; null when there is none. */
export const findDirective = async (
  db: ViewDatabase,
  directiveId: string,
  reference: Reference,
): Promise<DirectiveDetail | null> => {
  const [row] = await db.rows<Stored>(`select ${columns} from views.directive d where d.directive_id = $1`, [
    directiveId,
  ]);
  if (!row) return null;
  const directive = directiveIn(row);
  const tasks = (await tasksOf(db, [directiveId])).get(directiveId) ?? [];
  const mentioned = new Mentioned().unit(directive.issuer).party(directive.issuedBy.kind, idOf(directive.issuedBy));
  for (const { unit } of directive.recipients) mentioned.unit(unit);
  for (const { lead } of tasks) mentioned.unit(lead);
  const known = { labels: await labelsOf(db, mentioned), reference, now: db.now() };
  return {
    ...summaryOf(row, tasks, known),
    revision: row.revision,
    issuedBy: known.labels.party(directive.issuedBy.kind, idOf(directive.issuedBy)),
    recipients: directive.recipients.map((recipient) => recipientView(recipient, { directive, tasks }, known)),
    sameDuty: await sameDuty(db, directiveId),
  };
};
