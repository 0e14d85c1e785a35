import type { PartyView, TrailInterval, UnitRef } from '#contracts/views.ts';
import type { TrailExport } from './trail-source.ts';

type Cell = string | number | boolean | null;

const nameOrId = (named: PartyView | UnitRef | null): string | null => named?.name ?? named?.id ?? null;

const columns: readonly (readonly [heading: string, value: (interval: TrailInterval) => Cell])[] = [
  ['line', ({ line }) => line],
  ['dossier', ({ dossierId }) => dossierId],
  ['number', ({ number }) => number],
  ['symbol', ({ symbol }) => symbol],
  ['subject', ({ subject }) => subject],
  ['secretReference', ({ secretReference }) => secretReference],
  ['sequence', ({ sequence }) => sequence],
  ['holder', ({ holder }) => nameOrId(holder)],
  ['holderId', ({ holder }) => holder.id],
  ['unit', ({ unit }) => nameOrId(unit)],
  ['unitId', ({ unit }) => unit?.id ?? null],
  ['beganAt', ({ beganAt }) => beganAt],
  ['beganBy', ({ beganBy }) => beganBy],
  ['endedAt', ({ endedAt }) => endedAt],
  ['endedBy', ({ endedBy }) => endedBy],
  ['outcome', ({ outcome }) => outcome],
  ['reason', ({ reason }) => reason],
  ['basis', ({ basis }) => basis],
  ['receiptConfirmedAt', ({ receiptConfirmedAt }) => receiptConfirmedAt],
  ['workingMs', ({ workingMs }) => workingMs],
  ['actsInInterval', ({ actsInInterval }) => actsInInterval],
  ['dueAt', ({ dueAt }) => dueAt],
  ['deadline', ({ deadline }) => deadline],
  ['deadlinePassedHere', ({ deadlinePassedHere }) => deadlinePassedHere],
  ['provenance', ({ provenance }) => provenance],
  ['inferred', ({ inferred }) => inferred],
  ['beganPosition', ({ beganPosition }) => beganPosition],
  ['endedPosition', ({ endedPosition }) => endedPosition],
];

/**
 * A spreadsheet takes text beginning with = + - @, a tab or CR for a formula; an apostrophe before it makes it text
 * again. Text that has the apostrophe already gets one more, so that taking one away gives back what was exported.
 */
const formula = /^'*[=+\-@\t\r]/u;

/** One field as RFC 4180 wants it. */
export function csvField(value: Cell): string {
  if (typeof value !== 'string') return value === null ? '' : String(value);
  const text = formula.test(value) ? `'${value}` : value;
  return /[",\r\n]/u.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

const record = (cells: readonly Cell[]): string => `${cells.map(csvField).join(',')}\r\n`;

/** `bom`: a byte order mark first, by which Excel knows that it is UTF-8. */
export async function* trailAsCsv(trail: TrailExport, { bom = false } = {}): AsyncGenerator<string> {
  yield `${bom ? '\uFEFF' : ''}${record(columns.map(([heading]) => heading))}`;
  for (const line of ['performer', 'head'] as const) {
    for await (const interval of trail.intervals(line)) yield record(columns.map(([, value]) => value(interval)));
  }
}
