/*
 * A map of subjects is worth as much as this function: what it passes over is in nobody's trail. It looks at
 * names of members and never at what texts seem to be: free text gives no subject, and neither does a sealed one.
 */

/** Version of the function below, recorded with every map: a change of meaning is a new number beside the old. */
export const subjectRule = 1;

type Naming = (text: string) => string;

const named =
  (kind: string): Naming =>
  (text) =>
    `${kind}:${text}`;

/** `dossier:hs-1` for the stream `dossier-hs-1`: the category ends at the first hyphen. */
const ofStream: Naming = (stream) => stream.replace('-', ':');
/** An incident is named after the stream that it happened in: `<stream>:<revisions>`. */
const ofIncident: Naming = (incident) => ofStream(incident.slice(0, Math.max(0, incident.indexOf(':'))));
const asItStands: Naming = (subject) => subject;

const officer = named('officer');
const unit = named('unit');
const dossier = named('dossier');
const task = named('task');
const directive = named('directive');

/** Members of `data`, at any depth, whose text (or each text of whose list) names a subject. */
export const subjectMembers: ReadonlyMap<string, Naming> = new Map([
  ...['officerId', 'officer', 'delegator', 'delegate', 'attendees'].map((name) => [name, officer] as const),
  ['accountId', named('account')],
  ...['unitId', 'unit', 'units', 'parent', 'successors', 'leadUnit', 'rightUnit', 'lead'].map(
    (name) => [name, unit] as const,
  ),
  ...['requester', 'coordinators', 'assigner', 'sender', 'submitter', 'committee', 'channel', 'named'].map(
    (name) => [name, unit] as const,
  ),
  ['dossierId', dossier],
  ['dossiers', dossier],
  ['taskId', task],
  ['parentTaskId', task],
  ['directiveId', directive],
  ['reissueOf', directive],
  ['consultationId', named('consultation')],
  ['recommendationId', named('recommendation')],
  ['delegationId', named('delegation')],
  ['calendarId', named('calendar')],
  ['authorityId', named('authority')],
  ['disseminationId', named('dissemination')],
  ['concerns', ofStream],
  ['incident', ofIncident],
]);

/** Members that name a subject in events of one type, and something else (a moment, a text, a place) in others. */
export const subjectMembersOf: ReadonlyMap<string, ReadonlyMap<string, Naming>> = new Map([
  ['directive.issued', new Map([['issuer', unit]])],
  [
    'consultation.readdressed',
    new Map([
      ['from', unit],
      ['to', unit],
    ]),
  ],
  ['report.issued', new Map([['to', unit]])],
  ['recommendation.unresolved-reported', new Map([['to', unit]])],
  ['sealed-field.erased', new Map([['subjects', asItStands]])],
]);

/** Names below these are chosen by whoever writes a rulebook: `unit` there is the unit of a limit, not a body. */
export const withoutSubjects: ReadonlySet<string> = new Set(['parameters']);

type Members = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is Members => typeof value === 'object' && value !== null;

const partyOf = ({ kind, id }: Members): string | null =>
  (kind === 'officer' || kind === 'account') && typeof id === 'string' && id !== '' ? `${kind}:${id}` : null;

const none: ReadonlyMap<string, Naming> = new Map();

/** Parts of an event still to be looked at; a list of its own, since no depth of nesting may exhaust the stack. */
class Search {
  readonly found = new Set<string>();
  readonly #special: ReadonlyMap<string, Naming>;
  readonly #waiting: { readonly value: object; readonly naming: Naming | undefined }[] = [];

  constructor(type: unknown) {
    this.#special = (typeof type === 'string' ? subjectMembersOf.get(type) : undefined) ?? none;
  }

  through(data: unknown): void {
    this.take(data, undefined);
    for (let next = this.#waiting.pop(); next !== undefined; next = this.#waiting.pop()) {
      const { value, naming } = next;
      if (Array.isArray(value)) for (const item of value as unknown[]) this.take(item, naming);
      else this.#members(value as Members);
    }
  }

  take(value: unknown, naming: Naming | undefined): void {
    if (naming !== undefined) this.text(value, naming);
    if (isObject(value)) this.#waiting.push({ value, naming });
  }

  text(value: unknown, naming: Naming): void {
    const subject = typeof value === 'string' && value !== '' ? naming(value) : '';
    if (subject !== '') this.found.add(subject);
  }

  /** Who acted or holds, wherever it stands. */
  party(value: unknown): void {
    const party = isObject(value) ? partyOf(value) : null;
    if (party !== null) this.found.add(party);
  }

  #members(members: Members): void {
    this.party(members);
    for (const name of Object.keys(members)) {
      if (!withoutSubjects.has(name)) this.take(members[name], this.#special.get(name) ?? subjectMembers.get(name));
    }
  }
}

/**
 * Everything an event concerns, sorted by UTF-16 code unit, each once, as `<kind>:<id>`: its stream
 * (`dossier:hs-1`), the actor and the unit acted for, and every officer, account, unit and matter that its data
 * names. Pure; takes the parsed canonical envelope, in the version in which it was recorded. Never throws.
 */
export const subjectsOf = (envelope: unknown): readonly string[] => {
  if (!isObject(envelope)) return [];
  const { stream, type, actor, unit: actingFor, data } = envelope;
  const search = new Search(type);
  search.text(stream, ofStream);
  search.party(actor);
  search.text(actingFor, unit);
  search.through(data);
  return [...search.found].sort();
};
