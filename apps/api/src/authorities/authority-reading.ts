import type { AuthorityView, DelegationView } from '#contracts/rulebook-views.ts';
import type { PartyView } from '#contracts/views.ts';
import { delegationRegister, type RegisteredDelegation } from '#domain/authority/delegation-register.ts';
import type { AuthorityCell } from '#domain/authority/matrix.ts';
import type { Instant } from '#domain/kernel/event.ts';
import type { Reference } from '#domain/reference.ts';
import { unitRefOf } from '../rulebook/rulebook-reading.ts';

/** Names of officers, from the directory beside the ledger. */
export type Names = (officerIds: readonly string[]) => Promise<ReadonlyMap<string, string>>;

export type MatrixAsked = {
  readonly matter?: string | undefined;
  readonly unit?: string | undefined;
  readonly at: Instant;
};

/** The cells in force, by kind of matter, then unit. */
export const cellsInForce = (reference: Reference, { matter, unit, at }: MatrixAsked): readonly AuthorityCell[] => {
  const cells = matter === undefined ? reference.authority.inForce(at) : reference.authority.holders(matter, at);
  const order = ({ matterKind, unitId, power }: AuthorityCell): string => `${matterKind} ${unitId} ${power}`;
  return cells
    .filter((cell) => unit === undefined || cell.unitId === unit)
    .toSorted((a, b) => (order(a) < order(b) ? -1 : 1));
};

/** Each cell with the delegations in force by which somebody may decide it for the unit. */
export const authorityViews = async (
  reference: Reference,
  cells: readonly AuthorityCell[],
  { at, names }: { readonly at: Instant; readonly names: Names },
): Promise<readonly AuthorityView[]> => {
  const register = delegationRegister(reference.organisation, null, at).filter(
    ({ standing }) => standing === 'in-force',
  );
  const onTop = ({ unitId, matterKind, power }: AuthorityCell): readonly RegisteredDelegation[] =>
    register.filter(
      (granted) =>
        power === 'decide' &&
        granted.unitId === unitId &&
        reference.authority.delegated(granted.delegate, unitId, matterKind, at),
    );
  const views = await delegationViews(reference, register, names);
  const viewOf = new Map(views.map((view) => [view.delegationId, view]));
  return cells.map((cell) => {
    const { authorityId, matterKind, power, validFrom, validTo, basis } = cell;
    const delegations = onTop(cell).flatMap(({ delegationId }) => viewOf.get(delegationId) ?? []);
    const said = { authorityId, matterKind, power, validFrom, validTo, basis: basis.text, basisClause: basis.clause };
    return { ...said, unit: unitRefOf(reference, cell.unitId), delegations };
  });
};

export const delegationViews = async (
  reference: Reference,
  register: readonly RegisteredDelegation[],
  names: Names,
): Promise<readonly DelegationView[]> => {
  const named = await names(register.flatMap(({ delegator, delegate }) => [delegator, delegate]));
  const party = (id: string): PartyView => ({ kind: 'officer', id, name: named.get(id) ?? null });
  return register.map(
    ({ delegationId, unitId, delegator, delegate, scope, document, validFrom, validTo, standing, revoked }) => ({
      delegationId,
      unit: unitRefOf(reference, unitId),
      delegator: party(delegator),
      delegate: party(delegate),
      scope,
      document,
      validFrom,
      validTo,
      standing,
      revokedReason: revoked?.reason ?? null,
    }),
  );
};
