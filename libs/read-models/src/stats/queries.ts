import type { Stats } from '#contracts/views.ts';
import type { ViewDatabase } from '../view-database.ts';

type DossierFigures = Pick<
  Stats,
  'cases' | 'events' | 'directSuccessions' | 'lateClosed' | 'unclosed' | 'responsibleNeverActed'
>;
type CustodyFigures = Pick<Stats, 'handoffs' | 'handoffPairs' | 'bounces' | 'bouncedCases' | 'largestPair'>;

/** An event is a performed step; a dossier reopened and not completed again has been completed once. */
const dossierFigures = (db: ViewDatabase, real: string): Promise<DossierFigures[]> =>
  db.rows<DossierFigures>(
    `select count(*)::integer as cases,
            coalesce(sum(steps), 0)::integer as events,
            coalesce(sum(greatest(steps - 1, 0)), 0)::integer as "directSuccessions",
            count(*) filter (where completed_at > deadline)::integer as "lateClosed",
            count(*) filter (where completions = 0)::integer as unclosed,
            count(*) filter (where responsible_id is not null
              and not responsible_kind || ':' || responsible_id = any(performers))::integer as "responsibleNeverActed"
       from views.dossier where ${real}`,
  );

/** The holder's key as `party-key.ts` writes it into `previous_holder`. */
const holderKey = `case when holder_kind <> 'unknown' then holder_kind || ':' || holder_id
  else coalesce('unit:' || unit_id, 'unknown:') end`;
const idOfKey = (key: string): string =>
  `coalesce(nullif(substring(${key} from position(':' in ${key}) + 1), ''), 'unknown')`;

const custodyFigures = (db: ViewDatabase, real: string): Promise<CustodyFigures[]> =>
  db.rows<CustodyFigures>(
    `with held as (select * from views.custody
         where ${real === 'true' ? real : `dossier_id in (select dossier_id from views.dossier where ${real})`}),
     pair as (
       select previous_holder as "from", ${holderKey} as "to", count(*)::integer as handoffs
         from held where moved and began_by = 'dossier.handed-off' group by 1, 2),
     largest as (select * from pair order by handoffs desc, "from", "to" limit 1),
     bounce as (select count(*)::integer as bounces, count(distinct dossier_id)::integer as cases
         from held where bounced)
     select (select coalesce(sum(handoffs), 0)::integer from pair) as handoffs,
            (select count(*)::integer from pair) as "handoffPairs",
            bounce.bounces, bounce.cases as "bouncedCases",
            (select json_build_object('from', ${idOfKey('"from"')}, 'to', ${idOfKey('"to"')}, 'handoffs', handoffs)
               from largest) as "largestPair"
       from bounce`,
  );

/**
 * Sample dossiers are invented: they count only in a ledger that holds nothing else. `true`, or the
 * condition that leaves them out.
 */
const whatCounts = async (db: ViewDatabase): Promise<string> => {
  const [found] = await db.rows<{ mixed: boolean }>(
    `select exists (select from views.dossier where provenance = 'sample')
        and exists (select from views.dossier where provenance <> 'sample') as mixed`,
  );
  return found?.mixed === true ? `provenance <> 'sample'` : 'true';
};

/** The figures of the whole ledger, computed from the read models; without the sample where there is anything real. */
export const findStats = async (db: ViewDatabase): Promise<Stats> => {
  const real = await whatCounts(db);
  const [[dossiers], [custody], accounts] = await Promise.all([
    dossierFigures(db, real),
    custodyFigures(db, real),
    db.rows<{ id: string }>(`select id from views.party where kind = 'account' and ${real} order by id collate "C"`),
  ]);
  if (dossiers === undefined || custody === undefined) throw new Error('an aggregate without a row');
  return { ...dossiers, ...custody, nonPersonAccounts: accounts.map(({ id }) => id) };
};
