import type { Page } from '#contracts/views.ts';
import type { CirculationView, PingPongView } from '#contracts/submission-views.ts';
import { Mentioned, labelsOf } from '../labels.ts';
import { officeCalendar, workingMs } from '../office-time/working-ms.ts';
import { type PageRequest, cutPage, keyOf, limitOf } from '../page/cursor.ts';
import { Parameters, type ViewDatabase } from '../view-database.ts';

/** Work on the matter itself; assigning, handing on, returning and confirming receipt are not. */
const onSubstance = `('dossier.step-performed', 'dossier.decided', 'dossier.completed')`;

type CirculationRow = Omit<CirculationView, 'holderUnit' | 'visited'> & {
  readonly holderUnit: string | null;
  readonly visited: readonly string[];
};

/**
 * Open dossiers by how often they changed units since anything was done about their substance (R04, R10), most
 * first. Holders inside one unit are one visit; custody without a unit is no visit.
 */
const circulation = (until: string): string => `
  select d.dossier_id as "dossierId", d.subject, d.secret_reference as "secretReference",
         d.dossier_type as "dossierType", d.holder_unit as "holderUnit", way.since,
         ${workingMs('way.since', `${until}::timestamptz`)} as "workingMs",
         cardinality(way.visited) - 1 as hops, way.visited,
         (select count(distinct unit) from unnest(way.visited) unit) < cardinality(way.visited) as circular
    from views.dossier d cross join ${officeCalendar} cross join lateral (
      select coalesce(max(t.revision), 0) as revision,
             coalesce((array_agg(t.occurred_at order by t.revision desc))[1], d.received_at) as since
        from views.timeline t where t.dossier_id = d.dossier_id and t.type in ${onSubstance}) as last
   cross join lateral (
      select last.since, coalesce(array_agg(run.unit_id order by run.sequence) filter (where run.begins), '{}') as visited
        from (select c.sequence, c.unit_id,
                     c.unit_id is distinct from lag(c.unit_id) over (order by c.sequence) as begins
                from views.custody c
               where c.dossier_id = d.dossier_id and c.unit_id is not null
                 and (c.ended_revision is null or c.ended_revision > last.revision)) as run) as way
   where d.status = 'open' and cardinality(way.visited) > 1`;

/** Throws InvalidCursor, InvalidLimit. */
export const findCirculation = async (db: ViewDatabase, filter: PageRequest): Promise<Page<CirculationView>> => {
  const limit = limitOf(filter);
  const parameters = new Parameters();
  const until = parameters.add(db.now());
  const key = keyOf(filter, ['integer', 'instant', 'text']);
  const after =
    key === null
      ? 'true'
      : `(-w.hops, w.since, w."dossierId") >
         (-${parameters.add(key[0])}::integer, ${parameters.add(key[1])}::timestamptz, ${parameters.add(key[2])})`;
  const found = await db.rows<CirculationRow>(
    `select w.* from (${circulation(until)}) as w where ${after}
      order by w.hops desc, w.since, w."dossierId" limit ${limit + 1}`,
    parameters.values,
  );
  const { rows, next } = cutPage(found, limit, (row) => [String(row.hops), row.since, row.dossierId]);
  const mentioned = new Mentioned();
  for (const { holderUnit, visited } of rows) for (const unit of [holderUnit, ...visited]) mentioned.unit(unit);
  const labels = await labelsOf(db, mentioned);
  const items = rows.map((row) => ({
    ...row,
    holderUnit: labels.unitOrNull(row.holderUnit),
    visited: row.visited.map((unit) => labels.unit(unit)),
  }));
  return { items, next };
};

type PingPongRow = Omit<PingPongView, 'from' | 'via'> & { readonly from: string; readonly via: string };

/**
 * A → B → A between units (R04), those without an act on substance at B first. It is a count, not a finding: a
 * dossier that comes back with its result, or is promptly returned by whom it did not concern (R06), shows here, too.
 */
export const findPingPong = async (db: ViewDatabase): Promise<readonly PingPongView[]> => {
  const rows = await db.rows<PingPongRow>(
    `with visit as (
       select c.dossier_id, c.sequence, c.unit_id, c.began_by, c.began_revision,
              c.unit_id is distinct from lag(c.unit_id) over (partition by c.dossier_id order by c.sequence) as begins
         from views.custody c where c.unit_id is not null),
     turn as (
       select v.dossier_id, v.unit_id, v.began_by, v.began_revision, lag(v.unit_id) over one as via,
              lag(v.unit_id, 2) over one as origin, lag(v.began_revision) over one as came
         from visit v where v.begins window one as (partition by v.dossier_id order by v.sequence)),
     bounce as (
       select turn.*, not exists (
                select 1 from views.timeline t
                 where t.dossier_id = turn.dossier_id and t.revision between turn.came and turn.began_revision
                   and t.type in ${onSubstance}) as idle
         from turn where turn.origin = turn.unit_id)
     select unit_id as "from", via, count(*)::integer as times, count(*) filter (where idle)::integer as "withoutSubstance",
            count(*) filter (where began_by = 'dossier.returned')::integer as "byReturn",
            count(distinct dossier_id)::integer as dossiers
       from bounce group by unit_id, via order by "withoutSubstance" desc, times desc, "from", via limit 200`,
  );
  const mentioned = new Mentioned();
  for (const { from, via } of rows) mentioned.unit(from).unit(via);
  const labels = await labelsOf(db, mentioned);
  return rows.map((row) => ({ ...row, from: labels.unit(row.from), via: labels.unit(row.via) }));
};
