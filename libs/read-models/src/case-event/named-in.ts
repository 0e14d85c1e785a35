import { streamOf } from '#domain/events.ts';

export type Named = { readonly officers: Set<string>; readonly units: Set<string>; readonly links: Set<string> };

/** Properties whose text, or list of texts, is a unit. `from` and `to` are moments in some events: those look like none. */
const unitKeys = new Set([
  'unit',
  'requester',
  'lead',
  'coordinators',
  'assigner',
  'sender',
  'submitter',
  'issuer',
  'channel',
  'committee',
  'rightUnit',
  'from',
  'to',
  'named',
]);

const linkOf: Readonly<Record<string, (text: string) => string>> = {
  dossierId: streamOf.dossier,
  dossiers: streamOf.dossier,
  parentTaskId: streamOf.task,
  directiveId: streamOf.directive,
  reissueOf: streamOf.directive,
  concerns: (stream) => stream,
  // An incident is named after the stream and the event that make it.
  incident: (incident) => incident.slice(0, Math.max(0, incident.indexOf(':'))),
};

const moment = /^\d{4}-\d{2}-\d{2}T/;

const noteText = (named: Named, key: string, text: string): void => {
  if (key === 'officer') named.officers.add(text);
  if (unitKeys.has(key) && !moment.test(text)) named.units.add(text);
  const link = linkOf[key]?.(text);
  if (link) named.links.add(link);
};

const isOfficer = (value: object): value is { readonly kind: 'officer'; readonly id: string } =>
  'kind' in value && value.kind === 'officer' && 'id' in value && typeof value.id === 'string';

const note = (named: Named, key: string, value: unknown): void => {
  if (typeof value === 'string') noteText(named, key, value);
  else if (Array.isArray(value)) for (const item of value as unknown[]) note(named, key, item);
  else if (typeof value === 'object' && value !== null) {
    if (isOfficer(value)) named.officers.add(value.id);
    for (const [inner, item] of Object.entries(value)) note(named, inner, item);
  }
};

/** Officers, units and other subjects that the data of an event names, wherever they stand in it. */
export const namedIn = (data: object): Named => {
  const named: Named = { officers: new Set(), units: new Set(), links: new Set() };
  note(named, '', data);
  return named;
};
