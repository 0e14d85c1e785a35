import { describe, expect, it } from '@jest/globals';
import {
  appointed,
  delegated,
  directoryOf,
  dissolved,
  founded,
  hour,
  province,
  unitEvent,
} from '../../../../test/fixtures/domain/organisation.ts';
import {
  act,
  appoint,
  dataOf,
  dissolve,
  endAppointment,
  establish,
  grant,
  revoke,
} from '../../../../test/fixtures/domain/organisation-commands.ts';
import { refusesInOrder, type Row } from '../../../../test/fixtures/domain/refusal-table.ts';
import type { Decision } from '../kernel/decision.ts';
import { organisationRefusalCodes, type OrganisationRefusalCode } from '../refusals.ts';
import type { OrganisationCommand, RegisterAccount, RegisterOfficer } from './commands.ts';
import { decideDelegation, decideParty, decideUnit } from './decide.ts';
import type { DelegationEvent, OrganisationEvent, PartyEvent, UnitEvent } from './events.ts';
import {
  evolveDelegation,
  evolveParty,
  evolveUnit,
  initialDelegation,
  initialParty,
  initialUnit,
  type DelegationState,
  type PartyState,
  type UnitState,
} from './evolve.ts';
import { organisationFactsFor } from './facts.ts';

/** `stream`: what happened to the aggregate itself; `elsewhere`: in the rest of the organisation. */
type Scenario = {
  readonly command: OrganisationCommand;
  readonly stream: readonly OrganisationEvent[];
  readonly elsewhere: readonly OrganisationEvent[];
};
type Breach = Row<Scenario, OrganisationRefusalCode>;
type Answer = Decision<OrganisationEvent, OrganisationRefusalCode>;

const judge = ({ command, stream, elsewhere }: Scenario): Answer => {
  const facts = organisationFactsFor(directoryOf(...province, ...elsewhere, ...stream), command, hour(2000));
  switch (command.type) {
    case 'establish-unit':
    case 'dissolve-unit':
    case 'appoint':
    case 'end-appointment': {
      const state = (stream as UnitEvent[]).reduce<UnitState>(evolveUnit, initialUnit);
      return decideUnit(command, state, facts);
    }
    case 'register-officer':
    case 'register-account': {
      const state = (stream as PartyEvent[]).reduce<PartyState>(evolveParty, initialParty);
      return decideParty(command, state, facts);
    }
    case 'grant-delegation':
    case 'revoke-delegation': {
      const state = (stream as DelegationEvent[]).reduce<DelegationState>(evolveDelegation, initialDelegation);
      return decideDelegation(command, state, facts);
    }
  }
};

const given = (command: OrganisationCommand, ...stream: readonly OrganisationEvent[]): Scenario => ({
  command,
  stream,
  elsewhere: [],
});
const saying =
  (fields: object) =>
  (sound: Scenario): Scenario => ({ ...sound, command: { ...sound.command, ...fields } });
const stream =
  (...events: readonly OrganisationEvent[]) =>
  (sound: Scenario): Scenario => ({ ...sound, stream: events });

const malformed: Breach = ['act.moment-malformed', saying({ at: 'today' })];
const inFuture: Breach = ['act.in-future', saying({ at: hour(3000) })];
const blank = (fields: object): Breach => ['act.text-blank', saying(fields)];

const snnmt = unitEvent('snnmt', 'department', 'ubnd', hour(100));
const idleHeads = appointed('idle', 'head', 'snnmt', { from: hour(200), to: hour(400) });
const idleLeft = (validTo: string): OrganisationEvent => ({
  type: 'appointment.ended',
  version: 1,
  data: { appointmentId: 'idle-head-snnmt', unitId: 'snnmt', officerId: 'idle', validTo, reason: 'Điều động' },
});

const seen = new Set<string>();
const table = (sound: Scenario, rows: readonly Breach[]): void => refusesInOrder({ sound, judge, seen }, rows);
const nothingNew = (repeated: Scenario): void => expect(judge(repeated)).toEqual({ accepted: true, events: [] });

describe('R32 establish a unit', () => {
  table(given(establish), [
    malformed,
    blank({ name: ' ' }),
    inFuture,
    ['unit.already-established', stream(snnmt)],
    ['unit.parent-not-in-office', saying({ parent: 'former' })],
  ]);
  it('R32 takes the same establishment again as done', () => {
    nothingNew(given(establish, { type: 'unit.established', version: 1, data: dataOf(establish) }));
  });
});

describe('R21 dissolve a unit', () => {
  table(given(dissolve, snnmt), [
    malformed,
    blank({ basis: { text: '', clause: null } }),
    inFuture,
    ['unit.not-established', stream()],
    ['unit.already-dissolved', stream(snnmt, dissolved('snnmt', hour(499)))],
    ['unit.end-before-beginning', saying({ validTo: hour(100) })],
    ['unit.succeeds-itself', saying({ successors: ['sxd', 'snnmt'] })],
    ['unit.successor-not-in-office', saying({ successors: ['sxd', 'former'] })],
  ]);
  it('R21 takes the same dissolution again as done', () => {
    nothingNew(given(dissolve, snnmt, { type: 'unit.dissolved', version: 1, data: dataOf(dissolve) }));
  });
});

describe('R32 appoint', () => {
  table(given(appoint, snnmt), [
    malformed,
    blank({ title: '' }),
    inFuture,
    ['unit.not-established', stream()],
    [
      'appointment.id-taken',
      stream(snnmt, { type: 'appointment.made', version: 1, data: { ...dataOf(appoint), title: 'Phó' } }),
    ],
    ['period.empty', saying({ validFrom: hour(200), validTo: hour(200) })],
    ['appointment.account', saying({ officerId: 'counter' })],
    ['appointment.officer-unknown', saying({ officerId: 'stranger' })],
    ['appointment.outside-unit', saying({ validFrom: hour(99), validTo: hour(400) })],
    [
      'appointment.outside-unit',
      (sound) =>
        stream(snnmt, dissolved('snnmt', hour(399)))(saying({ validFrom: hour(200), validTo: hour(400) })(sound)),
    ],
    [
      'appointment.outside-unit',
      (sound) => stream(snnmt, dissolved('snnmt', hour(200)))(saying({ validFrom: hour(200), validTo: null })(sound)),
    ],
    [
      'appointment.head-overlap',
      (sound) =>
        stream(
          snnmt,
          appointed('member', 'acting-head', 'snnmt', { from: hour(399) }),
        )(saying({ role: 'head' })(sound)),
    ],
    [
      'appointment.duplicate',
      (sound) =>
        stream(snnmt, appointed('idle', 'member', 'snnmt', { from: hour(100) }))(saying({ role: 'member' })(sound)),
    ],
  ]);

  it('R32 one head may follow another at the very moment the first one leaves', () => {
    const before = appointed('member', 'head', 'snnmt', { from: hour(100), to: hour(200) });
    const after = appointed('member', 'acting-head', 'snnmt', { from: hour(400) });
    expect(judge(given(appoint, snnmt, before, after))).toMatchObject({ accepted: true, events: [{}] });
    expect(judge(given({ ...appoint, validFrom: hour(300) }, snnmt, idleHeads, idleLeft(hour(300))))).toMatchObject({
      accepted: true,
    });
  });

  it('R32 an open-ended appointment is taken into a unit that will end', () => {
    const openEnded = given({ ...appoint, validTo: null }, snnmt, dissolved('snnmt', hour(500)));
    expect(judge(openEnded)).toMatchObject({ accepted: true, events: [{ data: { validTo: null } }] });
  });

  it('R32 takes the same appointment again as done', () => {
    nothingNew(given(appoint, snnmt, { type: 'appointment.made', version: 1, data: dataOf(appoint) }));
  });
});

describe('R32 end an appointment', () => {
  table(given(endAppointment, snnmt, idleHeads), [
    malformed,
    blank({ reason: ' ' }),
    inFuture,
    ['unit.not-established', stream()],
    ['appointment.not-made', stream(snnmt)],
    ['appointment.already-ended', stream(snnmt, idleHeads, idleLeft(hour(250)))],
    ['appointment.end-outside-period', saying({ validTo: hour(200) })],
    ['appointment.end-outside-period', saying({ validTo: hour(401) })],
  ]);
  it('R32 takes the same ending again as done', () => {
    nothingNew(given(endAppointment, snnmt, idleHeads, idleLeft(hour(300))));
  });
});

describe('R33 register an officer', () => {
  const register: RegisterOfficer = { type: 'register-officer', ...act, officerId: 'new' };
  table(given(register), [
    malformed,
    blank({ officerId: '' }),
    inFuture,
    ['party.id-taken', saying({ officerId: 'counter' })],
  ]);
  it('R33 takes the same officer again as done', () => {
    nothingNew(given(register, { type: 'officer.registered', version: 1, data: { officerId: 'new' } }));
  });
});

describe('R33 register an account', () => {
  const register: RegisterAccount = {
    type: 'register-account',
    ...act,
    accountId: 'gateway',
    accountKind: 'system',
    label: 'Trục liên thông',
  };
  const registered: OrganisationEvent = { type: 'account.registered', version: 1, data: dataOf(register) };
  table(given(register), [
    malformed,
    blank({ label: ' ' }),
    inFuture,
    ['account.already-registered', stream({ ...registered, data: { ...registered.data, accountKind: 'test' } })],
    ['party.id-taken', saying({ accountId: 'member' })],
  ]);
  it('R33 takes the same account again as done', () => {
    nothingNew(given(register, registered));
  });
});

describe('R09 delegate', () => {
  const granted: OrganisationEvent = { type: 'delegation.granted', version: 1, data: dataOf(grant) };
  table(given(grant), [
    ['delegation.not-written', saying({ document: ' ' })],
    ['delegation.without-scope', saying({ scope: '' })],
    malformed,
    blank({ delegate: '' }),
    inFuture,
    ['delegation.already-granted', stream({ ...granted, data: { ...granted.data, scope: 'Mọi việc' } })],
    ['period.empty', saying({ validTo: hour(0) })],
    ['delegation.account', saying({ delegate: 'counter' })],
    ['delegation.officer-unknown', saying({ delegate: 'stranger' })],
    ['delegation.to-oneself', saying({ delegator: 'head', delegate: 'head' })],
    ['delegation.unit-not-in-office', saying({ unitId: 'former' })],
    [
      'delegation.sub-delegation',
      (sound) => ({
        ...saying({ unitId: 'sxd', delegator: 'member' })(sound),
        elsewhere: [delegated('head', 'member', 'sxd')],
      }),
    ],
    ['delegation.delegator-not-leader', saying({ delegator: 'clerk' })],
  ]);
  it('R09 takes the same delegation again as done', () => {
    nothingNew(given(grant, granted));
  });
});

describe('R09 revoke a delegation', () => {
  const granted = delegated('head', 'member', 'sxd');
  const revoked = (revokedAt: string): OrganisationEvent => ({
    type: 'delegation.revoked',
    version: 1,
    data: { delegationId: 'head-member', revokedAt, reason: 'Thay người' },
  });
  table(given(revoke, granted), [
    malformed,
    blank({ reason: '' }),
    inFuture,
    ['delegation.not-granted', stream()],
    ['delegation.already-revoked', stream(granted, revoked(hour(40)))],
    ['delegation.revocation-outside-period', saying({ revokedAt: '2020-12-31T00:00:00.000Z' })],
    ['delegation.revocation-outside-period', saying({ revokedAt: hour(1000) })],
  ]);
  it('R09 takes the same revocation again as done', () => {
    nothingNew(given(revoke, granted, revoked(hour(50))));
  });
});

it('every organisation refusal is shown above', () => {
  expect(organisationRefusalCodes.filter((code) => !seen.has(code))).toEqual([]);
});

describe('a history that no decider wrote', () => {
  const officerTwice: PartyEvent = { type: 'officer.registered', version: 1, data: { officerId: 'a' } };
  const fold: readonly (readonly [string, () => unknown])[] = [
    [
      'a unit established twice',
      () => [snnmt, snnmt].reduce<UnitState>((s, e) => evolveUnit(s, e as UnitEvent), initialUnit),
    ],
    ['an appointment before its unit', () => evolveUnit(initialUnit, idleHeads as UnitEvent)],
    ['a party registered twice', () => [officerTwice, officerTwice].reduce<PartyState>(evolveParty, initialParty)],
    [
      'a delegation revoked before it was granted',
      () =>
        evolveDelegation(initialDelegation, {
          type: 'delegation.revoked',
          version: 1,
          data: { delegationId: 'x', revokedAt: founded, reason: 'Thay người' },
        }),
    ],
  ];
  it.each(fold)('R32 is impossible: %s', (_name, run) => {
    expect(run).toThrow('impossible history');
  });
});
