import { instantOf, parseMoment } from './moments.ts';
import { isDamaged, type LogRecord } from './log-record.ts';
import { fieldNames, type FieldName, type Mapping, type momentFields } from './mapping.ts';
import type { Asked } from './csv-reader.ts';
import type { Fault } from './faults.ts';

type MomentField = 'time' | (typeof momentFields)[number];
type TextField = Exclude<FieldName, MomentField | 'case' | 'activity'>;

/** A row understood: moments in UTC, text trimmed and in NFC, null where the log says nothing. */
export type LogRow = {
  readonly line: number;
  readonly case: string;
  readonly activity: string;
  /** Microseconds since 1970 UTC. */
  readonly at: number;
} & Readonly<Record<TextField, string | null>> & { readonly [Field in (typeof momentFields)[number]]: string | null };

export type RowResult = { readonly row: LogRow } | { readonly fault: Fault } | 'not-asked-for';

/** A day given for these means until its end; for the others, from its beginning. */
const untilEndOfDay = new Set<FieldName>(['deadline', 'plannedEnd']);

/** What the mapping needs read from the file, the filter last. */
export const askedBy = ({ fields, only }: Mapping): Asked => [
  ...fieldNames.flatMap((field) => (fields[field] === undefined ? [] : [{ name: fields[field], field }])),
  ...(only ? [{ name: only.name, field: 'only' }] : []),
];

export function rowReader(mapping: Mapping): (record: LogRecord) => RowResult {
  const fields = fieldNames.filter((name) => mapping.fields[name] !== undefined);
  const none = new Map(
    fields.map((name) => [name, new Set([...mapping.none.everywhere, ...(mapping.none.field[name] ?? [])])]),
  );
  const clean = (name: FieldName, value: string | null | undefined): string | null => {
    const text = value?.normalize('NFC').trim() ?? '';
    return text === '' || none.get(name)?.has(text) ? null : text;
  };
  return (record) => {
    const texts = new Map(fields.map((name, index) => [name, clean(name, record.values[index])]));
    const read = new RowReading(record.line, texts, mapping);
    if (record.fault) return { fault: read.fault(record.fault.code, record.fault.facts) };
    const filtered = record.values[fields.length]?.normalize('NFC').trim() ?? '';
    if (mapping.only && !mapping.only.values.has(filtered)) return 'not-asked-for';
    return read.row();
  };
}

class RowReading {
  readonly #line: number;
  readonly #texts: ReadonlyMap<FieldName, string | null>;
  readonly #mapping: Mapping;
  #fault: Fault | null = null;

  constructor(line: number, texts: ReadonlyMap<FieldName, string | null>, mapping: Mapping) {
    this.#line = line;
    this.#texts = texts;
    this.#mapping = mapping;
  }

  fault(code: Fault['code'], facts: Fault['facts']): Fault {
    const caseId = this.#texts.get('case') ?? null;
    return { line: this.#line, case: caseId !== null && isDamaged(caseId) ? null : caseId, code, facts };
  }

  row(): RowResult {
    const required = {
      case: this.#required('case'),
      activity: this.#required('activity'),
      time: this.#required('time'),
    };
    const at = this.#micros('time');
    const row: LogRow = {
      line: this.#line,
      case: required.case,
      activity: required.activity,
      at: at ?? 0,
      person: this.#text('person'),
      unit: this.#text('unit'),
      responsible: this.#text('responsible'),
      leadUnit: this.#text('leadUnit'),
      event: this.#text('event'),
      number: this.#text('number'),
      symbol: this.#text('symbol'),
      subject: this.#text('subject'),
      type: this.#text('type'),
      issuer: this.#text('issuer'),
      received: this.#moment('received'),
      deadline: this.#moment('deadline'),
      plannedEnd: this.#moment('plannedEnd'),
      end: this.#moment('end'),
    };
    return this.#fault ? { fault: this.#fault } : { row };
  }

  #text(name: FieldName): string | null {
    return this.#texts.get(name) ?? null;
  }

  #required(name: 'case' | 'activity' | 'time'): string {
    const text = this.#text(name);
    if (text === null) this.#fault ??= this.fault(`row.${name}-missing`, { field: this.#mapping.fields[name] });
    return text ?? '';
  }

  #moment(name: MomentField): string | null {
    const micros = this.#micros(name);
    return micros === null ? null : instantOf(micros);
  }

  #micros(name: MomentField): number | null {
    const text = this.#text(name);
    if (text === null) return null;
    const moment = parseMoment(text, this.#mapping.time, untilEndOfDay.has(name));
    if (moment.ok) return moment.micros;
    const facts = { field: this.#mapping.fields[name] ?? name, value: text };
    this.#fault ??=
      moment.why === 'unreadable'
        ? this.fault('row.time-unreadable', facts)
        : this.fault('row.time-nonexistent', { ...facts, zone: this.#mapping.time.zone });
    return null;
  }
}
