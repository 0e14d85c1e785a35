import type { Instant, UnitId } from '../kernel/event.ts';
import type { DelegationRecord, OrganisationDirectory } from '../organisation/directory.ts';

export const delegationStandings = ['not-yet', 'in-force', 'expired', 'revoked'] as const;
export type DelegationStanding = (typeof delegationStandings)[number];

const standingAt = ({ validFrom, validTo, revoked }: DelegationRecord, at: Instant): DelegationStanding => {
  if (at < validFrom) return 'not-yet';
  if (at < validTo) return 'in-force';
  return revoked === null ? 'expired' : 'revoked';
};

export type RegisteredDelegation = DelegationRecord & { readonly standing: DelegationStanding };

/**
 * The register of written delegations as it stood at a moment (R09; Decree 30/2020 art. 13.3), the newest first:
 * a revocation that comes later does not show yet.
 */
export const delegationRegister = (
  organisation: OrganisationDirectory,
  unit: UnitId | null,
  at: Instant,
): readonly RegisteredDelegation[] =>
  organisation
    .delegations()
    .filter(({ unitId }) => unit === null || unitId === unit)
    .map((record) => ({ ...record, standing: standingAt(record, at) }))
    .map((entry) => (entry.standing === 'revoked' ? entry : { ...entry, validTo: entry.writtenTo, revoked: null }))
    .sort((a, b) =>
      a.validFrom === b.validFrom ? compare(a.delegationId, b.delegationId) : compare(b.validFrom, a.validFrom),
    );

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
