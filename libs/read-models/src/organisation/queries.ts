import type { Instant } from '#domain/kernel/event.ts';
import type { AppointmentView, OfficerView, Page, PartyView, UnitView } from '#contracts/views.ts';
import { type Labels, Mentioned, labelsOf } from '../labels.ts';
import { type PageRequest, cutPage, keyOf, limitOf } from '../page/cursor.ts';
import { prefixQuery } from '../text/fold.ts';
import { Parameters, type ViewDatabase, allOf } from '../view-database.ts';
import { headAt, inOffice } from './head.ts';
import type { AppointmentRow, UnitRow } from './table.entity.ts';

type FoundUnit = UnitRow & {
  headId: string | null;
  headRole: UnitView['headRole'];
  predecessors: readonly string[];
  successors: readonly string[];
};

/** Units with who heads them at the placeholder `at`; a unit's end after `at` is known and shown. */
const unitColumns = (at: string): { readonly columns: string; readonly from: string } => ({
  columns: `u.unit_id as "unitId", u.name, u.unit_kind as "unitKind", u.parent, u.valid_from as "validFrom",
    u.valid_to as "validTo", head.officer_id as "headId", head.role as "headRole",
    array(select s.predecessor from views.unit_succession s where s.successor = u.unit_id order by 1) as predecessors,
    array(select s.successor from views.unit_succession s where s.predecessor = u.unit_id order by 1) as successors`,
  from: `views.unit u left join lateral (${headAt('u.unit_id', `${at}::timestamptz`)}) head on true`,
});

const unitView = (row: FoundUnit, labels: Labels): UnitView => ({
  id: row.unitId,
  name: row.name,
  kind: row.unitKind,
  parent: labels.unitOrNull(row.parent),
  validFrom: row.validFrom,
  validTo: row.validTo,
  predecessors: row.predecessors.map((unit) => labels.unit(unit)),
  successors: row.successors.map((unit) => labels.unit(unit)),
  head: row.headId === null ? null : labels.party('officer', row.headId),
  headRole: row.headRole,
});

const unitViews = async (db: ViewDatabase, rows: readonly FoundUnit[]): Promise<UnitView[]> => {
  const mentioned = new Mentioned();
  for (const row of rows) {
    mentioned.party('officer', row.headId).unit(row.parent);
    for (const unit of [...row.predecessors, ...row.successors]) mentioned.unit(unit);
  }
  const labels = await labelsOf(db, mentioned);
  return rows.map((row) => unitView(row, labels));
};

export type UnitFilter = PageRequest & {
  readonly q?: string | undefined;
  /** Only units that existed at this moment, with their head then. Without it: every unit ever. */
  readonly at?: Instant | undefined;
};

/** Units by id. Throws InvalidCursor, InvalidLimit. */
export const findUnits = async (db: ViewDatabase, filter: UnitFilter = {}): Promise<Page<UnitView>> => {
  const limit = limitOf(filter);
  const key = keyOf(filter, ['text']);
  const query = filter.q === undefined ? null : prefixQuery(filter.q);
  const parameters = new Parameters();
  const at = parameters.add(filter.at ?? db.now());
  const { columns, from } = unitColumns(at);
  const where = allOf([
    query === null ? null : `u.words @@ ${parameters.add(query)}::tsquery`,
    filter.at === undefined
      ? null
      : `u.valid_from <= ${at}::timestamptz and (u.valid_to is null or u.valid_to > ${at}::timestamptz)`,
    key === null ? null : `u.unit_id > ${parameters.add(key[0])}`,
  ]);
  const found = await db.rows<FoundUnit>(
    `select ${columns} from ${from} where ${where} order by u.unit_id limit ${limit + 1}`,
    parameters.values,
  );
  const { rows, next } = cutPage(found, limit, (row) => [row.unitId]);
  return { items: await unitViews(db, rows), next };
};

/** One unit, with who headed it at `at` (default now); null when there is none. */
export const findUnit = async (
  db: ViewDatabase,
  id: string,
  { at = db.now() }: { readonly at?: Instant | undefined } = {},
): Promise<UnitView | null> => {
  const { columns, from } = unitColumns('$2');
  const rows = await db.rows<FoundUnit>(`select ${columns} from ${from} where u.unit_id = $1`, [id, at]);
  const [view = null] = await unitViews(db, rows);
  return view;
};

/** Who headed the unit at the moment; null when nobody did. */
export const findHead = async (db: ViewDatabase, unitId: string, at: Instant): Promise<PartyView | null> => {
  const [head] = await db.rows<{ officer_id: string }>(headAt('$1', '$2::timestamptz'), [unitId, at]);
  if (head === undefined) return null;
  const labels = await labelsOf(db, new Mentioned().party('officer', head.officer_id));
  return labels.party('officer', head.officer_id);
};

type FoundOfficer = { id: string; name: string | null; sort: string; openCustody: number };

/** Officers of the organisation, each with the name the directory has and the dossiers held at `cut`. */
const officerColumns = (held: string): string => `
  p.id, n.name, coalesce(n.folded, lower(p.id)) as sort, (select count(*)::integer from views.custody c
    where c.holder_id = p.id and c.holder_kind = 'officer' and ${held}) as "openCustody"`;
const officerTables = `views.party p left join directory.officer_name n on n.officer_id = p.id`;

const withAppointments = async (
  db: ViewDatabase,
  rows: readonly FoundOfficer[],
  cut: string,
): Promise<OfficerView[]> => {
  const appointments = await db.rows<AppointmentRow>(
    `select a.appointment_id as "appointmentId", a.unit_id as "unitId", a.officer_id as "officerId", a.role, a.title,
            a.valid_from as "validFrom", a.valid_to as "validTo"
       from ${inOffice} a where a.officer_id = any($1) and a.valid_from <= $2::timestamptz
      order by a.valid_from desc, a.appointment_id`,
    [rows.map(({ id }) => id), cut],
  );
  const mentioned = new Mentioned();
  for (const { unitId } of appointments) mentioned.unit(unitId);
  const labels = await labelsOf(db, mentioned);
  const viewOf = ({ appointmentId, unitId, role, title, validFrom, validTo }: AppointmentRow): AppointmentView => ({
    appointmentId,
    unit: labels.unit(unitId),
    role,
    title,
    validFrom,
    validTo,
  });
  return rows.map(({ id, name, openCustody }) => ({
    id,
    name,
    appointments: appointments.filter(({ officerId }) => officerId === id).map(viewOf),
    openCustody,
  }));
};

/** Officers by name, then id; `q` matches words of the name or the id, accents ignored. */
export const findOfficers = async (
  db: ViewDatabase,
  filter: PageRequest & { readonly q?: string | undefined } = {},
): Promise<Page<OfficerView>> => {
  const limit = limitOf(filter);
  const key = keyOf(filter, ['text', 'text']);
  const query = filter.q === undefined ? null : prefixQuery(filter.q);
  const parameters = new Parameters();
  const match = query === null ? null : parameters.add(query);
  const where = allOf([
    `p.kind = 'officer'`,
    match === null ? null : `(n.words @@ ${match}::tsquery or p.words @@ ${match}::tsquery)`,
    key === null
      ? null
      : `(coalesce(n.folded, lower(p.id)), p.id) > (${parameters.add(key[0])}, ${parameters.add(key[1])})`,
  ]);
  const found = await db.rows<FoundOfficer>(
    `select ${officerColumns('c.ended_at is null')} from ${officerTables}
      where ${where} order by sort, p.id limit ${limit + 1}`,
    parameters.values,
  );
  const { rows, next } = cutPage(found, limit, (row) => [row.sort, row.id]);
  return { items: await withAppointments(db, rows, 'infinity'), next };
};

/** One officer, now or as of a moment; null when the ledger knows no such officer. */
export const findOfficer = async (
  db: ViewDatabase,
  id: string,
  { asOf }: { readonly asOf?: Instant | undefined } = {},
): Promise<OfficerView | null> => {
  const held =
    asOf === undefined
      ? 'c.ended_at is null'
      : 'c.began_at <= $2::timestamptz and (c.ended_at is null or c.ended_at > $2::timestamptz)';
  const rows = await db.rows<FoundOfficer>(
    `select ${officerColumns(held)} from ${officerTables} where p.kind = 'officer' and p.id = $1`,
    asOf === undefined ? [id] : [id, asOf],
  );
  const [officer = null] = await withAppointments(db, rows, asOf ?? 'infinity');
  return officer;
};
