import { ocelEvent, ocelEventTypes, type TellableEvent } from './ocel-events.ts';
import { ocelDocument, type OcelEvent, type OcelObject } from './ocel-document.ts';
import { dossierObject, ocelObjectTypes, OrganisationObjects } from './ocel-objects.ts';
import type { LedgerSnapshot } from './selection.ts';

/**
 * OCEL 2.0: entries of the ledger are events; dossiers, officers, accounts and units are objects. A selection of
 * dossiers brings the objects that its events name; the whole ledger brings all, and the organisation's own events.
 */
export async function* ledgerAsOcel(snapshot: LedgerSnapshot): AsyncGenerator<string> {
  const mentioned = new Set<string>();
  yield* ocelDocument({
    eventTypes: ocelEventTypes,
    objectTypes: ocelObjectTypes,
    events: events(snapshot, mentioned),
    objects: objects(snapshot, mentioned),
  });
}

async function* events(snapshot: LedgerSnapshot, mentioned: Set<string>): AsyncGenerator<OcelEvent> {
  for await (const event of recorded(snapshot)) {
    const one = ocelEvent(event);
    for (const { objectId } of one.relationships) if (!objectId.startsWith('dossier:')) mentioned.add(objectId);
    yield one;
  }
}

async function* recorded(snapshot: LedgerSnapshot): AsyncGenerator<TellableEvent> {
  if (snapshot.whole) yield* snapshot.organisation();
  for await (const { events: history } of snapshot.dossiers()) yield* history;
}

async function* objects(snapshot: LedgerSnapshot, mentioned: ReadonlySet<string>): AsyncGenerator<OcelObject> {
  for await (const history of snapshot.dossiers()) yield dossierObject(history);
  const organisation = new OrganisationObjects();
  for await (const event of snapshot.organisation()) organisation.add(event);
  yield* organisation.select(mentioned);
}
