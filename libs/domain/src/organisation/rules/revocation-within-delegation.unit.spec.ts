import { expect, it } from '@jest/globals';
import { dataOf, grant, revoke } from '../../../../../test/fixtures/domain/organisation-commands.ts';
import { hour } from '../../../../../test/fixtures/domain/organisation.ts';
import { revocationWithinDelegation } from './revocation-within-delegation.ts';

const revokedAt = (at: string, earlier: string | null = null) =>
  revocationWithinDelegation({
    command: { ...revoke, revokedAt: at },
    state: {
      status: 'granted',
      grant: { ...dataOf(grant), validFrom: hour(0), validTo: hour(100) },
      revocation: earlier === null ? null : { ...dataOf(revoke), revokedAt: earlier },
    },
  })?.code;

it('R09 is revoked inside its period', () => {
  expect(revokedAt(hour(0))).toBeUndefined();
  expect(revokedAt(hour(99))).toBeUndefined();
  expect(revokedAt(hour(100))).toBe('delegation.revocation-outside-period');
  expect(revokedAt(hour(-1))).toBe('delegation.revocation-outside-period');
});

it('R09 is revoked once', () => {
  expect(revokedAt(hour(50), hour(40))).toBe('delegation.already-revoked');
});
