import type { Party } from '#domain/kernel/event.ts';
import { knowledgeOf, type DossierHistory, type LedgerSnapshot, type RecordedStreamEvent } from './selection.ts';
import { xes, xesDocument, type XesEvent, type XesTrace, type XesValue } from './xes-document.ts';

const idOf = (party: Party): string | null => (party.kind === 'unknown' ? null : party.id);

/** Each dossier is a trace, each of its ledger entries an event; see docs/export.md for the attributes. */
export async function* ledgerAsXes(snapshot: LedgerSnapshot): AsyncGenerator<string> {
  yield* xesDocument(xes.text('concept:name', 'accountability ledger'), traces(snapshot));
}

async function* traces(snapshot: LedgerSnapshot): AsyncGenerator<XesTrace> {
  for await (const history of snapshot.dossiers()) {
    yield { attributes: traceAttributes(history), events: history.events.map(eventAttributes) };
  }
}

function traceAttributes({ id, events }: DossierHistory): readonly XesValue[] {
  const { current, assignment } = knowledgeOf(events);
  const completed = events.findLast((event) => event.type === 'dossier.completed');
  return [
    ...xes.text('concept:name', id),
    ...xes.text('issuer', current.issuer),
    ...xes.text('number', current.number),
    ...xes.text('symbol', current.symbol),
    ...xes.text('subject', current.subject),
    ...xes.text('secretReference', current.secretReference),
    ...xes.text('dossierType', current.dossierType),
    ...xes.text('urgency', current.urgency),
    ...xes.text('secrecy', current.secrecy),
    ...xes.date('receivedAt', current.receivedAt),
    ...xes.date('deadline', current.deadline),
    ...xes.date('dueAt', assignment?.dueAt ?? null),
    ...xes.text('responsible', assignment && idOf(assignment.responsible)),
    ...xes.text('leadUnit', assignment?.leadUnit ?? null),
    ...xes.date('completedAt', completed?.occurredAt ?? null),
    ...xes.text('outcome', completed?.type === 'dossier.completed' ? completed.data.outcome : null),
  ];
}

function eventAttributes(event: RecordedStreamEvent): XesEvent {
  const acting =
    event.type === 'dossier.step-performed' ? event.data.performer : { party: event.actor, unit: event.unit };
  return [
    ...xes.text('concept:name', event.type === 'dossier.step-performed' ? event.data.step : event.type),
    ...xes.date('time:timestamp', event.occurredAt),
    ...xes.text('lifecycle:transition', 'complete'),
    ...xes.text('org:resource', idOf(acting.party)),
    ...xes.text('org:group', acting.unit),
    ...xes.id('identity:id', event.id),
    ...xes.text('eventType', event.type),
    ...xes.text('partyKind', acting.party.kind),
    ...xes.text('capacity', event.capacity),
    ...xes.date('recordedAt', event.recordedAt),
    ...xes.int('ledgerPosition', String(event.position)),
    ...xes.flag('inferred', event.provenance.kind === 'import' && event.provenance.inferred),
    ...custodyAttributes(event),
  ];
}

function custodyAttributes(event: RecordedStreamEvent): readonly XesValue[] {
  if (event.type === 'dossier.registered') {
    const { holder } = event.data;
    return [...xes.text('toParty', idOf(holder.party)), ...xes.text('toUnit', holder.unit)];
  }
  if (event.type !== 'dossier.handed-off' && event.type !== 'dossier.returned' && event.type !== 'dossier.submitted') {
    return [];
  }
  const { from, to } = event.data;
  return [
    ...xes.text('fromParty', from && idOf(from.party)),
    ...xes.text('fromUnit', from && from.unit),
    ...xes.text('toParty', idOf(to.party)),
    ...xes.text('toUnit', to.unit),
  ];
}
