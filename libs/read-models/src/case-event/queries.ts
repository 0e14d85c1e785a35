import type { CaseFact, History } from '#domain/candidates/history.ts';
import type { Party } from '#domain/kernel/event.ts';
import type { TimelineRow } from '../timeline/table.entity.ts';
import { Parameters, type ViewDatabase } from '../view-database.ts';
import type { CaseEventRow } from './table.entity.ts';

/** Whose subjects: those an officer took part in or headed a unit of; those of a unit; or every one. */
export type Whose = { readonly officer: string } | { readonly unit: string } | 'everyone';

const ofUnits = (units: string): string => `
  select 'dossier-' || dossier_id as stream from views.custody where unit_id = any(${units}::text[])
  union select stream from views.case_event where units && ${units}::text[]`;

const ofOfficer = (officer: string): string => `
  select 'dossier-' || dossier_id as stream from views.custody where holder_kind = 'officer' and holder_id = ${officer}
  union select 'dossier-' || dossier_id from views.timeline where officer_id = ${officer}
  union select stream from views.case_event where officers && array[${officer}]
  union ${ofUnits(`(select coalesce(array_agg(distinct unit_id), '{}') from views.appointment
     where officer_id = ${officer} and role in ('head', 'acting-head'))`)}`;

const everyone = `
  select 'dossier-' || dossier_id as stream from views.dossier union all select distinct stream from views.case_event`;

const streamsOf = (whose: Whose, parameters: Parameters): string => {
  if (whose === 'everyone') return everyone;
  return 'officer' in whose ? ofOfficer(parameters.add(whose.officer)) : ofUnits(parameters.add([whose.unit]));
};

/** Streams in the order of their bytes, from `from` on. */
export const findCaseStreams = async (
  db: ViewDatabase,
  whose: Whose,
  { from, limit }: { readonly from: string; readonly limit: number },
): Promise<readonly string[]> => {
  const parameters = new Parameters();
  const source = streamsOf(whose, parameters);
  const rows = await db.rows<{ stream: string }>(
    `select stream from (select distinct stream collate "C" as stream from (${source}) as named) as s
      where stream >= ${parameters.add(from)} order by stream limit ${parameters.add(limit)}`,
    parameters.values,
  );
  return rows.map(({ stream }) => stream);
};

/** What the streams name, and what names them. */
const neighbours = (db: ViewDatabase, up: readonly string[], down: readonly string[]): Promise<{ stream: string }[]> =>
  db.rows<{ stream: string }>(
    `select unnest(links) as stream from views.case_event where stream = any($1)
      union select stream from views.case_event where links && $2`,
    [up, down],
  );

/** A task with its parts, the rounds of opinion on a dossier, what offices recorded about any of them; a family, not a forest. */
const longestWay = 8;
const categoryOf = (stream: string): string => stream.slice(0, stream.indexOf('-'));

/**
 * The streams with all that an incident in them can span. A directive leads to its tasks, an office record to
 * what it is about, only when it was asked for itself: otherwise everything would hang together.
 */
export const findRelatedStreams = async (db: ViewDatabase, streams: readonly string[]): Promise<readonly string[]> => {
  const known = new Set(streams);
  let frontier = streams;
  for (let way = 0; way < longestWay && frontier.length > 0; way += 1) {
    const open = frontier.filter((stream) => way === 0 || categoryOf(stream) !== 'office');
    const down = open.filter((stream) => way === 0 || categoryOf(stream) !== 'directive');
    const found = await neighbours(db, open, down);
    frontier = [...new Set(found.map(({ stream }) => stream))].filter((stream) => !known.has(stream));
    for (const stream of frontier) known.add(stream);
  }
  return [...known];
};

const partyOf = (kind: Party['kind'], id: string | null): Party =>
  kind === 'unknown' || id === null ? { kind: 'unknown' } : { kind, id };

type EventRow = Omit<CaseEventRow, 'dossierId' | 'officers' | 'units' | 'links'>;

const factOf = (row: EventRow): CaseFact =>
  ({
    id: row.eventId,
    stream: row.stream,
    revision: row.revision,
    position: BigInt(row.position),
    type: row.type,
    data: JSON.parse(row.data) as unknown,
    occurredAt: row.occurredAt,
    recordedAt: row.recordedAt,
    actor: partyOf(row.actorKind, row.actorId),
    unit: row.unitId,
    capacity: row.capacity,
    provenance: { kind: row.provenance, inferred: row.inferred },
  }) as unknown as CaseFact;

const eventColumns = `revision, position, event_id as "eventId", type, occurred_at as "occurredAt",
  recorded_at as "recordedAt", actor_kind as "actorKind", actor_id as "actorId", unit_id as "unitId", capacity,
  provenance, inferred, data`;

const dossierPrefix = 'dossier-';

/** Whole streams as recorded, in any order. */
export const findHistories = async (db: ViewDatabase, streams: readonly string[]): Promise<readonly History[]> => {
  const dossiers = streams.filter((stream) => stream.startsWith(dossierPrefix));
  const others = streams.filter((stream) => !stream.startsWith(dossierPrefix));
  const [ofDossiers, ofOthers] = await Promise.all([
    db.rows<Omit<EventRow, 'stream'> & Pick<TimelineRow, 'dossierId'>>(
      `select dossier_id as "dossierId", ${eventColumns} from views.timeline where dossier_id = any($1)
        order by dossier_id, revision`,
      [dossiers.map((stream) => stream.slice(dossierPrefix.length))],
    ),
    db.rows<EventRow>(
      `select stream, ${eventColumns} from views.case_event where stream = any($1) order by stream, revision`,
      [others],
    ),
  ]);
  const events = new Map<string, CaseFact[]>();
  const take = (row: EventRow): void => {
    const known = events.get(row.stream);
    if (known) known.push(factOf(row));
    else events.set(row.stream, [factOf(row)]);
  };
  for (const row of ofDossiers) take({ ...row, stream: dossierPrefix + row.dossierId });
  for (const row of ofOthers) take(row);
  return [...events].map(([stream, facts]) => ({ stream, events: facts }));
};

/**
 * Streams of what offices keep without naming a subject: leaves of these officers or in these units, procedures,
 * who answers for their steps, and reports of these units.
 */
export const findRegisters = async (
  db: ViewDatabase,
  { officers, units }: { readonly officers: readonly string[]; readonly units: readonly string[] },
): Promise<readonly string[]> => {
  const rows = await db.rows<{ stream: string }>(
    `select distinct stream from views.case_event where (type = 'leave.recorded' and officers && $1)
      or (type in ('leave.recorded', 'procedure.laid-down', 'step.assigned', 'report.issued') and units && $2)`,
    [officers, units],
  );
  return rows.map(({ stream }) => stream);
};
