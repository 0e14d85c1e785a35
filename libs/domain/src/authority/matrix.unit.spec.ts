import { describe, expect, it } from '@jest/globals';
import {
  delegated,
  directoryOf,
  dissolved,
  hour,
  province,
  unitEvent,
} from '../../../../test/fixtures/domain/organisation.ts';
import type { OrganisationEvent } from '../organisation/events.ts';
import { delegationRegister } from './delegation-register.ts';
import type { AuthorityEvent, Power } from './events.ts';
import { AuthorityMatrix, type AuthorityCell } from './matrix.ts';

const cell = (unitId: string, power: Power, validTo: string | null): AuthorityCell => ({
  authorityId: `${unitId}-${power}`,
  matterKind: 'land',
  unitId,
  power,
  validFrom: hour(0),
  validTo,
  basis: { text: 'Quy chế làm việc', clause: 'Điều 8' },
});
const assigned = (unitId: string, power: Power, validTo: string | null = null): AuthorityEvent => ({
  type: 'authority.assigned',
  version: 1,
  data: cell(unitId, power, validTo),
});
const ended = (unitId: string, power: Power, validTo: string): AuthorityEvent => ({
  type: 'authority.ended',
  version: 1,
  data: { authorityId: `${unitId}-${power}`, validTo, reason: 'Phân cấp lại' },
});
const matrixOf = (events: readonly AuthorityEvent[], ...more: readonly OrganisationEvent[]): AuthorityMatrix => {
  const matrix = new AuthorityMatrix(directoryOf(...province, ...more));
  for (const event of events) matrix.apply(event);
  return matrix;
};

describe('the authority matrix', () => {
  const matrix = matrixOf([
    assigned('sxd', 'decide'),
    assigned('stc', 'advise', hour(50)),
    ended('sxd', 'decide', hour(90)),
  ]);

  it.each([
    ['the unit that decides', 'sxd', 'decide', 5, true],
    ['what deciding implies', 'sxd', 'advise', 5, true],
    ['a unit that only advises', 'stc', 'decide', 5, false],
    ['the unit whose function it is', 'stc', 'advise', 5, true],
    ['a unit without a part in it', 'vp', 'advise', 5, false],
    ['before the beginning', 'sxd', 'decide', -1, null],
    ['after the end, with nobody else to decide', 'sxd', 'decide', 90, null],
    ['a function nobody holds any more', 'vp', 'advise', 60, null],
  ] as const)('R01 answers for %s', (...[, unit, power, at, expected]) => {
    expect(matrix.may(unit, power, 'land', hour(at))).toBe(expected);
  });

  it('R01 charges nobody about a kind of matter of which it says nothing', () => {
    expect(matrix.may('sxd', 'decide', 'budget', hour(5))).toBeNull();
  });

  it('R01 shows what is in force, with the basis', () => {
    expect(matrix.inForce(hour(60)).map(({ authorityId }) => authorityId)).toEqual(['sxd-decide']);
    expect(matrix.inForce(hour(60))[0]?.basis).toEqual({ text: 'Quy chế làm việc', clause: 'Điều 8' });
    expect(matrix.holders('land', hour(5))).toHaveLength(2);
  });

  it('R01 lets a cell end with its unit, and holds it against no successor that it was not assigned anew', () => {
    const merged = matrixOf(
      [assigned('sxd', 'decide'), assigned('ubnd', 'decide')],
      unitEvent('so-moi', 'department', 'ubnd', hour(10)),
      dissolved('sxd', hour(10), 'so-moi'),
    );
    expect(merged.may('sxd', 'decide', 'land', hour(9))).toBe(true);
    expect(merged.may('so-moi', 'decide', 'land', hour(11))).toBeNull();
    expect(merged.may('stc', 'decide', 'land', hour(11))).toBe(false);
    expect(merged.inForce(hour(11)).map(({ unitId }) => unitId)).toEqual(['ubnd']);
  });

  it('R01 refuses a history in which a cell ends before it was assigned', () => {
    expect(() => matrixOf([ended('sxd', 'decide', hour(1))])).toThrow('impossible history');
  });
});

const grant = (delegate: string, scope: string): OrganisationEvent => {
  const event = delegated('head', delegate, 'sxd');
  return { ...event, data: { ...event.data, scope } } as OrganisationEvent;
};
const revoked = (delegate: string, revokedAt: string): OrganisationEvent => ({
  type: 'delegation.revoked',
  version: 1,
  data: { delegationId: `head-${delegate}`, revokedAt, reason: 'Thay người' },
});

describe('delegations on top of the matrix', () => {
  it.each([
    ['land', true],
    ['budget, land', true],
    ['*', true],
    ['Ký văn bản về đất đai', true],
  ] as const)('R05 a scope “%s” may cover land matters', (scope, expected) => {
    const matrix = matrixOf([assigned('sxd', 'decide')], grant('member', scope));
    expect(matrix.delegated('member', 'sxd', 'land', hour(5))).toBe(expected);
  });

  it('R05 a scope that names only other kinds of matter does not, nor does one that has ended or is another’s', () => {
    const matrix = matrixOf([assigned('sxd', 'decide')], grant('member', 'land'), grant('deputy', '*'));
    matrix.apply({
      type: 'authority.assigned',
      version: 1,
      data: { ...cell('stc', 'decide', null), authorityId: 'stc-budget', matterKind: 'budget' },
    });
    expect(matrix.delegated('member', 'sxd', 'budget', hour(5))).toBe(false);
    expect(matrix.delegated('deputy', 'sxd', 'budget', hour(2000))).toBe(false);
    expect(matrix.delegated('colleague', 'sxd', 'land', hour(5))).toBe(false);
    expect(matrix.delegated('member', 'stc', 'land', hour(5))).toBe(false);
  });
});

describe('the register of delegations', () => {
  const organisation = directoryOf(
    ...province,
    grant('member', 'land'),
    grant('deputy', '*'),
    revoked('deputy', hour(100)),
  );
  const standings = (at: string) =>
    delegationRegister(organisation, 'sxd', at).map(({ delegate, standing }) => [delegate, standing]);

  it('R09 says of each what it is at the moment: to come, in force, expired, revoked', () => {
    expect(standings('2020-01-01T00:00:00.000Z')).toEqual([
      ['deputy', 'not-yet'],
      ['member', 'not-yet'],
    ]);
    expect(standings(hour(5))).toEqual([
      ['deputy', 'in-force'],
      ['member', 'in-force'],
    ]);
    expect(standings(hour(100))).toEqual([
      ['deputy', 'revoked'],
      ['member', 'in-force'],
    ]);
    expect(standings(hour(1000))).toEqual([
      ['deputy', 'revoked'],
      ['member', 'expired'],
    ]);
  });

  it('R09 does not know of a revocation before it comes', () => {
    const [entry] = delegationRegister(organisation, null, hour(99));
    expect(entry).toMatchObject({ delegate: 'deputy', validTo: hour(1000), revoked: null });
    expect(delegationRegister(organisation, 'stc', hour(99))).toEqual([]);
  });
});
