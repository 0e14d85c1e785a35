import type { TrailInterval } from '#contracts/views.ts';
import type { TrailExport } from './trail-source.ts';
import { xes, xesDocument, type XesEvent, type XesTrace } from './xes-document.ts';

/** Each interval is a trace: it starts when the person got the dossier, and completes when they let go of it. */
export async function* trailAsXes(trail: TrailExport): AsyncGenerator<string> {
  const { officer, asOf } = trail.summary;
  const attributes = [
    ...xes.text('concept:name', `responsibility trail of ${officer.id}`),
    ...xes.text('officer', officer.id),
    ...xes.date('asOf', asOf),
  ];
  yield* xesDocument(attributes, traces(trail));
}

async function* traces(trail: TrailExport): AsyncGenerator<XesTrace> {
  for (const line of ['performer', 'head'] as const) {
    for await (const interval of trail.intervals(line)) yield traceOf(interval);
  }
}

function traceOf(interval: TrailInterval): XesTrace {
  const { beganBy, beganAt, beganPosition, endedBy, endedAt, endedPosition } = interval;
  const events = [happened(interval, { by: beganBy, at: beganAt, position: beganPosition, transition: 'start' })];
  if (endedBy !== null && endedAt !== null) {
    events.push(happened(interval, { by: endedBy, at: endedAt, position: endedPosition, transition: 'complete' }));
  }
  return {
    attributes: [
      ...xes.text('concept:name', `${interval.line}:${interval.dossierId}:${String(interval.sequence)}:${beganAt}`),
      ...xes.text('line', interval.line),
      ...xes.text('dossier', interval.dossierId),
      ...xes.text('number', interval.number),
      ...xes.text('symbol', interval.symbol),
      ...xes.text('subject', interval.subject),
      ...xes.text('secretReference', interval.secretReference),
      ...xes.text('outcome', interval.outcome),
      ...xes.text('reason', interval.reason),
      ...xes.text('basis', interval.basis),
      ...xes.date('deadline', interval.deadline),
      ...xes.date('dueAt', interval.dueAt),
      ...xes.flag('deadlinePassedHere', interval.deadlinePassedHere),
      ...xes.int('workingMs', interval.workingMs),
      ...xes.int('actsInInterval', interval.actsInInterval),
      ...xes.text('provenance', interval.provenance),
      ...xes.flag('inferred', interval.inferred),
    ],
    events,
  };
}

type End = {
  readonly by: string;
  readonly at: string;
  readonly position: string | null;
  readonly transition: 'start' | 'complete';
};

const happened = ({ holder, unit }: TrailInterval, { by, at, position, transition }: End): XesEvent => [
  ...xes.text('concept:name', by),
  ...xes.date('time:timestamp', at),
  ...xes.text('lifecycle:transition', transition),
  ...xes.text('org:resource', holder.id),
  ...xes.text('org:group', unit?.id ?? null),
  ...xes.int('ledgerPosition', position),
];
