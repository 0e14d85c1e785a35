/** OCEL 2.0 in JSON: every value is a string, every attribute of an object has the time from which it holds. */
export type OcelAttribute = { readonly name: string; readonly value: string };
export type OcelRelationship = { readonly objectId: string; readonly qualifier: string };

export type OcelEvent = {
  readonly id: string;
  readonly type: string;
  readonly time: string;
  readonly attributes: readonly OcelAttribute[];
  readonly relationships: readonly OcelRelationship[];
};
export type OcelObject = {
  readonly id: string;
  readonly type: string;
  readonly attributes: readonly (OcelAttribute & { readonly time: string })[];
  readonly relationships: readonly OcelRelationship[];
};
export type OcelType = {
  readonly name: string;
  readonly attributes: readonly { readonly name: string; readonly type: string }[];
};

export type OcelDocument = {
  readonly eventTypes: readonly OcelType[];
  readonly objectTypes: readonly OcelType[];
  readonly events: AsyncIterable<OcelEvent>;
  /** Read after the events. */
  readonly objects: AsyncIterable<OcelObject>;
};

async function* list(items: AsyncIterable<unknown>): AsyncGenerator<string> {
  let separator = '';
  for await (const item of items) {
    yield `${separator}${JSON.stringify(item)}`;
    separator = ',\n';
  }
}

export async function* ocelDocument(document: OcelDocument): AsyncGenerator<string> {
  yield `{"eventTypes":${JSON.stringify(document.eventTypes)},\n"objectTypes":${JSON.stringify(document.objectTypes)},\n"events":[\n`;
  yield* list(document.events);
  yield '\n],\n"objects":[\n';
  yield* list(document.objects);
  yield '\n]}\n';
}
