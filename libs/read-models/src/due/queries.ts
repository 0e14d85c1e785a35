import type { Instant } from '#domain/kernel/event.ts';
import { Parameters, type ViewDatabase } from '../view-database.ts';

/** The subjects in which something falls due by itself; each has a view of its name with `next_due` and `movable`. */
export const clockedCategories = ['consultation', 'recommendation', 'task'] as const;
export type ClockedCategory = (typeof clockedCategories)[number];

export type CaseKey = { readonly category: ClockedCategory; readonly id: string };
export type DueCase = CaseKey & { readonly dueAt: Instant };

/** A statement over the views of all subjects, as one list. */
const overAll = (one: (category: ClockedCategory) => string): string =>
  clockedCategories.map((category) => `(${one(category)})`).join(' union all ');

/** Subjects with something due by `until`, in the order of their due moments, from after `after` on. */
export const findDueCases = (
  db: ViewDatabase,
  { until, after, limit }: { until: Instant; after: DueCase | null; limit: number },
): Promise<DueCase[]> => {
  const parameters = new Parameters();
  const by = parameters.add(until);
  const from = after && [parameters.add(after.dueAt), parameters.add(after.category), parameters.add(after.id)];
  const seek = (category: ClockedCategory): string =>
    from === null
      ? ''
      : `and (next_due, '${category}', ${category}_id) > (${from[0]}::timestamptz, ${from[1]}::text, ${from[2]}::text)`;
  return db.rows<DueCase>(
    `select category, id, due_at as "dueAt" from (${overAll(
      (category) =>
        `select '${category}' as category, ${category}_id as id, next_due as due_at from views.${category}
          where next_due <= ${by}::timestamptz ${seek(category)} order by next_due, ${category}_id limit ${limit}`,
    )}) as due order by due_at, category, id limit ${limit}`,
    parameters.values,
  );
};

/** Subjects with a term running that another calendar version would move, in the order of category and id. */
export const findMovableCases = (
  db: ViewDatabase,
  { after, limit }: { after: CaseKey | null; limit: number },
): Promise<CaseKey[]> => {
  const parameters = new Parameters();
  const from = after && [parameters.add(after.category), parameters.add(after.id)];
  const seek = (category: ClockedCategory): string =>
    from === null ? '' : `and ('${category}', ${category}_id) > (${from[0]}::text, ${from[1]}::text)`;
  return db.rows<CaseKey>(
    `select category, id from (${overAll(
      (category) =>
        `select '${category}' as category, ${category}_id as id from views.${category}
          where movable ${seek(category)} order by ${category}_id limit ${limit}`,
    )}) as movable order by category, id limit ${limit}`,
    parameters.values,
  );
};

/** The first due moment after the one given; null when nothing runs beyond it. */
export const findNextDue = async (db: ViewDatabase, after: Instant): Promise<Instant | null> => {
  const [row] = await db.rows<{ next: Instant | null }>(
    `select min(next) as next from (${overAll(
      (category) => `select min(next_due) as next from views.${category} where next_due > $1::timestamptz`,
    )}) as coming`,
    [after],
  );
  return row?.next ?? null;
};

/** Subjects with something due by now that is not recorded. */
export const countDueCases = async (db: ViewDatabase): Promise<number> => {
  const [row] = await db.rows<{ due: number }>(
    `select sum(due)::integer as due from (${overAll(
      (category) => `select count(*) as due from views.${category} where next_due <= $1::timestamptz`,
    )}) as each`,
    [db.now()],
  );
  return row?.due ?? 0;
};
