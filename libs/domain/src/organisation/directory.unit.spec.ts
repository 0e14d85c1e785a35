import { describe, expect, it } from '@jest/globals';
import {
  account,
  appointed,
  delegated,
  directoryOf,
  dissolved,
  founded,
  hour,
  known,
  nobody,
  officer,
  province,
  unitEvent,
} from '../../../../test/fixtures/domain/organisation.ts';
import type { Capacity } from '../kernel/event.ts';
import { isOrganisationEvent } from './directory.ts';
import type { OrganisationEvent } from './events.ts';

const ended = (officerId: string, role: string, unitId: string, validTo: string): OrganisationEvent => ({
  type: 'appointment.ended',
  version: 1,
  data: { appointmentId: `${officerId}-${role}-${unitId}`, unitId, officerId, validTo, reason: 'Nghỉ hưu' },
});
const revoked = (delegationId: string, revokedAt: string): OrganisationEvent => ({
  type: 'delegation.revoked',
  version: 1,
  data: { delegationId, revokedAt, reason: 'Thay người' },
});

describe('the head in office', () => {
  const changing = directoryOf(
    unitEvent('sxd', 'department', null),
    appointed('old', 'head', 'sxd', { to: hour(10) }),
    appointed('stand-in', 'acting-head', 'sxd', { from: hour(10), to: hour(20) }),
    appointed('new', 'head', 'sxd', { from: hour(30) }),
  );

  it.each([
    [hour(9), 'old', 'head'],
    [hour(10), 'stand-in', 'acting-head'],
    [hour(19), 'stand-in', 'acting-head'],
    [hour(30), 'new', 'head'],
  ])('R32 at %s is %s', (at, officerId, role) => {
    expect(changing.headOf('sxd', at)).toMatchObject({ officerId, role });
  });

  it('R32 is nobody while the post is vacant, before the unit and after it', () => {
    expect(changing.headOf('sxd', hour(20))).toBeNull();
    expect(changing.headOf('sxd', '2020-12-31T23:59:59.999Z')).toBeNull();
    const gone = directoryOf(
      unitEvent('sxd', 'department', null),
      appointed('old', 'head', 'sxd'),
      dissolved('sxd', hour(5)),
    );
    expect(gone.headOf('sxd', hour(4))?.officerId).toBe('old');
    expect(gone.headOf('sxd', hour(5))).toBeNull();
    expect(gone.appointmentsOf('old', hour(4))[0]?.validTo).toBe(hour(5));
  });

  it('R32 depends on validity and not on the order of recording', () => {
    const late = directoryOf(
      unitEvent('sxd', 'department', null),
      appointed('new', 'head', 'sxd', { from: hour(30) }),
      appointed('old', 'head', 'sxd', { to: hour(30) }),
      ended('old', 'head', 'sxd', hour(10)),
    );
    expect(late.headOf('sxd', hour(9))?.officerId).toBe('old');
    expect(late.headOf('sxd', hour(10))).toBeNull();
    expect(late.headOf('sxd', hour(30))?.officerId).toBe('new');
  });

  it('R32 an ending recorded afterwards never lengthens a term', () => {
    const directory = directoryOf(
      appointed('old', 'head', 'sxd', { to: hour(10) }),
      ended('old', 'head', 'sxd', hour(12)),
    );
    expect(directory.appointmentsOf('old', hour(11))).toEqual([]);
  });
});

describe('capacity', () => {
  const directory = directoryOf(
    ...province,
    known('stand-in'),
    appointed('stand-in', 'acting-head', 'vp', { from: hour(10) }),
    delegated('head', 'member', 'sxd'),
    revoked('head-member', hour(50)),
  );
  const yes: readonly (readonly [string, string, Capacity])[] = [
    ['member', 'sxd', 'own'],
    ['deputy', 'sxd', 'for-head'],
    ['head', 'ubnd', 'by-order'],
    ['deputy', 'ubnd', 'by-order'],
    ['planner', 'sxd', 'by-order'],
    ['member', 'sxd', 'by-delegation'],
    ['clerk', 'sxd', 'clerk'],
    ['stand-in', 'vp', 'acting-head'],
  ];
  it.each(yes)('R33 %s acts for %s in capacity %s', (id, unit, capacity) => {
    expect(directory.holdsCapacity(officer(id), unit, capacity, hour(20))).toBe(true);
  });

  const no: readonly (readonly [string, string, Capacity])[] = [
    ['member', 'stc', 'own'],
    ['head', 'sxd', 'for-head'],
    ['member', 'ubnd', 'by-order'],
    ['head', 'sxd', 'by-order'],
    ['planner', 'ubnd', 'by-order'],
    ['colleague', 'sxd', 'by-delegation'],
    ['member', 'stc', 'by-delegation'],
    ['member', 'sxd', 'clerk'],
    ['deputy', 'sxd', 'acting-head'],
    ['head', 'sxd', 'system'],
    ['stranger', 'sxd', 'own'],
  ];
  it.each(no)('R33 %s does not act for %s in capacity %s', (id, unit, capacity) => {
    expect(directory.holdsCapacity(officer(id), unit, capacity, hour(20))).toBe(false);
  });

  it('R09 a delegation holds inside its period until it is revoked', () => {
    const byDelegation = (at: string) => directory.holdsCapacity(officer('member'), 'sxd', 'by-delegation', at);
    expect(byDelegation(founded)).toBe(true);
    expect(byDelegation(hour(49))).toBe(true);
    expect(byDelegation(hour(50))).toBe(false);
    expect(byDelegation('2020-12-31T23:59:59.999Z')).toBe(false);
  });

  it('R33 machines act as machines only; test accounts and unknown parties never', () => {
    expect(directory.holdsCapacity(account('portal'), null, 'system', hour(1))).toBe(true);
    expect(directory.holdsCapacity(account('counter'), 'sxd', 'system', hour(1))).toBe(true);
    expect(directory.holdsCapacity(account('counter'), 'former', 'system', hour(1))).toBe(false);
    expect(directory.holdsCapacity(account('portal'), 'sxd', 'own', hour(1))).toBe(false);
    expect(directory.holdsCapacity(account('trial'), null, 'system', hour(1))).toBe(false);
    expect(directory.holdsCapacity(account('ghost'), null, 'system', hour(1))).toBe(false);
    expect(directory.holdsCapacity(nobody, 'sxd', 'own', hour(1))).toBe(false);
    expect(directory.holdsCapacity(officer('member'), null, 'own', hour(1))).toBe(false);
  });
});

describe('units as of a moment', () => {
  const directory = directoryOf(
    unitEvent('b', 'department', null, hour(0)),
    unitEvent('c', 'department', null, hour(0)),
    unitEvent('d', 'department', null, hour(5)),
    unitEvent('a', 'department', null),
    dissolved('a', hour(1), 'b', 'c'),
    dissolved('b', hour(6), 'd'),
    dissolved('c', hour(6), 'd'),
  );

  it('R21 stand in office from their beginning until their end, which is outside', () => {
    expect(directory.standingOf('b', '2020-01-01T00:00:00.000Z')).toBe('not-yet');
    expect(directory.standingOf('b', hour(0))).toBe('in-office');
    expect(directory.standingOf('b', hour(6))).toBe('dissolved');
    expect(directory.standingOf('x', hour(6))).toBeNull();
    expect(directory.unitAt('b', hour(5))?.unitId).toBe('b');
    expect(directory.unitAt('b', hour(6))).toBeNull();
  });

  it('R21 are succeeded through a split and a merger', () => {
    expect(directory.successorsOf('a')).toEqual(['b', 'c', 'd']);
    expect(directory.successorsOf('a', hour(2))).toEqual(['b', 'c']);
    expect(directory.successorsOf('a', hour(0))).toEqual([]);
    expect([...directory.predecessorsOf('d')].sort()).toEqual(['a', 'b', 'c']);
  });

  it('R32 have the superiors above them', () => {
    expect(directoryOf(...province).superiorsOf('sxd-qh')).toEqual(['sxd', 'ubnd']);
    expect(directoryOf(...province).superiorsOf('nowhere')).toEqual([]);
  });

  it('R21 cannot be dissolved before they were established', () => {
    expect(() => directoryOf(dissolved('a', hour(1)))).toThrow('impossible history');
  });
});

describe('parties', () => {
  it('R33 accounts are known as accounts and officers as officers', () => {
    const directory = directoryOf(...province);
    expect(directory.accountKind('counter')).toBe('shared');
    expect(directory.accountKind('member')).toBeNull();
    expect(directory.knowsOfficer('member')).toBe(true);
    expect(directory.knowsOfficer('counter')).toBe(false);
  });
});

it('R32 the directory takes its own events out of the ledger', () => {
  expect(isOrganisationEvent({ type: 'appointment.made' })).toBe(true);
  expect(isOrganisationEvent({ type: 'dossier.registered' })).toBe(false);
  expect(isOrganisationEvent({ type: 'unitary.event' })).toBe(false);
});
