import type { RecordedEvent } from '#domain/events.ts';
import { objectIdOf } from './ocel-events.ts';
import type { OcelObject, OcelRelationship, OcelType } from './ocel-document.ts';
import { knowledgeOf, type DossierHistory, type RecordedStreamEvent } from './selection.ts';

const named = (type: string, ...names: readonly string[]): readonly { name: string; type: string }[] =>
  names.map((name) => ({ name, type }));

export const ocelObjectTypes: readonly OcelType[] = [
  {
    name: 'dossier',
    attributes: [
      ...named('string', 'issuer', 'number', 'symbol', 'subject', 'dossierType', 'urgency', 'secrecy', 'outcome'),
      ...named('time', 'receivedAt', 'deadline'),
    ],
  },
  { name: 'officer', attributes: [] },
  { name: 'account', attributes: named('string', 'label', 'accountKind') },
  { name: 'unit', attributes: [...named('string', 'name', 'unitKind'), ...named('time', 'validTo')] },
];

type TimedAttribute = OcelObject['attributes'][number];

const at = (time: string, values: Readonly<Record<string, unknown>>): readonly TimedAttribute[] =>
  Object.entries(values).flatMap(([name, value]) => (typeof value === 'string' ? [{ name, value, time }] : []));

/** What the dossier was registered with, and each later change from the moment it was made. */
export function dossierObject({ id, events }: DossierHistory): OcelObject {
  const secret = knowledgeOf(events).current.secrecy !== 'none';
  const attributes = events.flatMap((event) => attributesFrom(event));
  return {
    id: objectIdOf.dossier(id),
    type: 'dossier',
    attributes: secret ? attributes.filter(({ name }) => name !== 'subject') : attributes,
    relationships: [],
  };
}

function attributesFrom(event: RecordedStreamEvent): readonly TimedAttribute[] {
  if (event.type === 'dossier.registered') {
    const { issuer, number, symbol, subject, dossierType, urgency, secrecy, receivedAt, deadline } = event.data;
    const values = { issuer, number, symbol, subject, dossierType, urgency, secrecy, receivedAt, deadline };
    return at(event.occurredAt, values);
  }
  if (event.type === 'dossier.corrected') return at(event.occurredAt, event.data.changes);
  if (event.type === 'dossier.reopened') return at(event.occurredAt, { deadline: event.data.deadline });
  if (event.type === 'dossier.completed') return at(event.occurredAt, { outcome: event.data.outcome });
  return [];
}

/** Units, officers and accounts, folded from their events: as many as the organisation has, not as the ledger is long. */
export class OrganisationObjects {
  readonly #objects = new Map<string, OcelObject>();

  add(event: RecordedEvent): void {
    switch (event.type) {
      case 'unit.established': {
        const { unitId, name, unitKind, parent, validFrom } = event.data;
        const relationships = parent === null ? [] : [{ objectId: objectIdOf.unit(parent), qualifier: 'parent' }];
        this.#merge(objectIdOf.unit(unitId), 'unit', at(validFrom, { name, unitKind }), relationships);
        return;
      }
      case 'unit.dissolved': {
        const { unitId, validTo, successors } = event.data;
        const heirs = successors.map((unit) => ({ objectId: objectIdOf.unit(unit), qualifier: 'successor' }));
        this.#merge(objectIdOf.unit(unitId), 'unit', at(validTo, { validTo }), heirs);
        return;
      }
      case 'officer.registered':
        this.#merge(objectIdOf.officer(event.data.officerId), 'officer', []);
        return;
      case 'account.registered': {
        const { accountId, accountKind, label } = event.data;
        this.#merge(objectIdOf.account(accountId), 'account', at(event.occurredAt, { accountKind, label }));
        break;
      }
      default:
    }
  }

  /** Those mentioned. An object that was named but never made known is bare; relationships lead to exported objects only. */
  *select(mentioned: ReadonlySet<string>): Generator<OcelObject> {
    for (const id of mentioned) {
      const known = this.#objects.get(id) ?? bare(id);
      yield { ...known, relationships: known.relationships.filter(({ objectId }) => mentioned.has(objectId)) };
    }
  }

  #merge(
    id: string,
    type: string,
    attributes: readonly TimedAttribute[],
    relationships: readonly OcelRelationship[] = [],
  ): void {
    const known = this.#objects.get(id) ?? bare(id);
    this.#objects.set(id, {
      id,
      type,
      attributes: [...known.attributes, ...attributes],
      relationships: [...known.relationships, ...relationships],
    });
  }
}

const bare = (id: string): OcelObject => ({
  id,
  type: id.slice(0, id.indexOf(':')),
  attributes: [],
  relationships: [],
});
