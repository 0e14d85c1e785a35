import type { AccountKind, PartyView, UnitRef } from '#contracts/views.ts';

type Named = { readonly name: string | null; readonly accountKind?: AccountKind };

/** What the answers of the server already call people and units, by id. */
export type Names = ReadonlyMap<string, Named>;

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;

/** Gathers every id that stands beside a name anywhere in the answers: views name what raw event data only cites. */
export function namesIn(answers: unknown): Names {
  const names = new Map<string, Named>();
  const visit = (value: unknown): void => {
    if (!isObject(value)) return;
    const { id, name } = value;
    if (typeof id === 'string' && typeof name === 'string') names.set(id, value as unknown as Named);
    Object.values(value).forEach(visit);
  };
  visit(answers);
  return names;
}

export function partyView(party: Pick<PartyView, 'kind' | 'id'>, names: Names): PartyView {
  const named = party.id === null ? undefined : names.get(party.id);
  return {
    kind: party.kind,
    id: party.id,
    name: named?.name ?? null,
    ...(named?.accountKind === undefined ? {} : { accountKind: named.accountKind }),
  };
}

export function unitRef(id: string, names: Names): UnitRef {
  return { id, name: names.get(id)?.name ?? null };
}
