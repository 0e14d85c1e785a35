import pg from 'pg';
import type { RecordedEvent } from '#domain/events.ts';
import type { Rebuild } from '#read-models/rebuild/rebuild.ts';
import { RebuildRunning } from '#read-models/rebuild/rebuild.ts';
import type { Findings } from '#sealing/full/verify-full.ts';
import { batchesFrom } from '#worker/batches.ts';
import type { OpenLedger } from '../compose.ts';
import type { CliContext } from '../frame/context.ts';
import { CliFailure } from '../frame/failure.ts';
import { following, quietLogger, untilCurrent } from '../views.ts';

/** Rows named of one table. */
const namedRows = 3;
const longestRow = 300;

const leftOut = (findings: Findings, name: string): void => findings.add('views-not-checked', { name });

/**
 * Fills a second set of views from the events, compares it row by row with the one that serves, and drops it. Nothing
 * is switched. Those who follow the ledger wait while rows are compared, for both sets must stand at one event.
 */
export const checkViews = async (ledger: OpenLedger, context: CliContext, findings: Findings): Promise<void> => {
  try {
    await following(ledger, { logger: quietLogger() }, () => untilCurrent(ledger, context));
  } catch (error) {
    if (!(error instanceof CliFailure) || context.stop.aborted) throw error;
    return leftOut(findings, error.text.en);
  }
  if ((await ledger.store.headPosition()) < 0n) return;
  const next = await begin(ledger);
  if (next === null) return leftOut(findings, 'a rebuild is running');
  const client = new pg.Client({ connectionString: ledger.connection.appUrl });
  client.on('error', () => undefined);
  try {
    await client.connect();
    await fill(ledger, next, { upTo: await standing(client), stop: context.stop });
    await client.query('begin; select token from read_models.leader for update');
    const upTo = await standing(client);
    await fill(ledger, next, { upTo, stop: context.stop });
    if (upTo === null || upTo !== next.position) return leftOut(findings, 'the views do not stand together');
    const uncleaned = await uncleanedSince(client);
    if (uncleaned !== null)
      return leftOut(findings, `the views still hold what event ${uncleaned} erased: ledger rebuild`);
    await compare(client, findings);
  } finally {
    await client.query('rollback; drop schema if exists views_next cascade').catch(() => undefined);
    await client.end();
    await next.close();
  }
};

const begin = async ({ readModels }: OpenLedger): Promise<Rebuild | null> => {
  try {
    return await readModels.beginRebuild();
  } catch (error) {
    if (error instanceof RebuildRunning) return null;
    throw error;
  }
};

/** Where all views stand; null: not together, or parked. */
const standing = async (client: pg.Client): Promise<bigint | null> => {
  const { rows } = await client.query<{ position: string }>(
    'select distinct position from views.checkpoint where parked_position is null',
  );
  const [only, ...others] = rows;
  return only === undefined || others.length > 0 ? null : BigInt(only.position);
};

type Range = { readonly upTo: bigint | null; readonly stop: AbortSignal };

const fill = async ({ store }: OpenLedger, next: Rebuild, { upTo, stop }: Range): Promise<void> => {
  if (upTo === null || next.position >= upTo) return next.settled();
  const done = new AbortController();
  for await (const batch of batchesFrom(store, next.position + 1n, done.signal)) {
    stop.throwIfAborted();
    await next.apply(batch.filter(({ position }: RecordedEvent) => position <= upTo));
    if (next.position >= upTo) done.abort();
  }
  await next.settled();
};

/** The newest erasure whose words may still be in the views: they are made anew after one, in their own time. */
const uncleanedSince = async (client: pg.Client): Promise<string | null> => {
  const { rows } = await client.query<{ position: string | null }>(
    'select max(position) as position from views.erasure where position > (select position from read_models.cleaned)',
  );
  return rows[0]?.position ?? null;
};

const compare = async (client: pg.Client, findings: Findings): Promise<void> => {
  const { rows: tables } = await client.query<{ name: string }>(
    `select tablename as name from pg_tables where schemaname = 'views' and tablename <> 'checkpoint' order by 1`,
  );
  for (const { name } of tables)
    for (const side of ['found', 'wanted'] as const) {
      const [one, other] = side === 'found' ? ['views', 'views_next'] : ['views_next', 'views'];
      const { rows } = await client.query<{ row: string }>(
        `select t::text as row from ${one}."${name}" t except all select t::text from ${other}."${name}" t
          order by 1 limit ${namedRows}`,
      );
      for (const { row } of rows)
        findings.add('view-differs', { name: `views.${name}`, [side]: row.slice(0, longestRow) });
    }
};
