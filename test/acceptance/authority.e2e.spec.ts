import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Problem } from '#contracts/problem.ts';
import type { AuthorityView, DelegationView } from '#contracts/rulebook-views.ts';
import type { Page, Receipt } from '#contracts/views.ts';
import { administrator, establishOffice, expert, head, units } from './office.ts';
import { runApi, type Answer, type Caller, type RunningApi } from './running-api.ts';

/** Monday 4 August 2025, 09:00 in Vietnam, until a test moves it. */
const clock = { time: '2025-08-04T02:00:00.000Z', now: (): string => clock.time };
const from = '2025-01-01T00:00:00+07:00';

let api: RunningApi;
let admin: Caller;
let atExpert: Caller;

beforeAll(async () => {
  api = await runApi({ clock });
  await establishOffice(api);
  [admin, atExpert] = await Promise.all([api.as(administrator), api.as(expert)]);
});
afterAll(() => api.stop());

const cell = {
  authorityId: 'tq-1',
  matterKind: 'land-allocation',
  unitId: units.department,
  power: 'decide',
  validFrom: from,
  basis: { text: 'Quy chế làm việc của UBND tỉnh', clause: 'Điều 8' },
};
const assign = (changes: object = {}): Promise<Answer<Receipt & Problem>> =>
  admin.post('/v1/authorities', { ...cell, ...changes });
const matrix = async (query: string): Promise<readonly AuthorityView[]> => {
  const { status, body } = await atExpert.get<Page<AuthorityView>>(`/v1/authorities?${query}`);
  expect(status).toBe(200);
  return body.items;
};
const register = async (query: string): Promise<readonly DelegationView[]> => {
  const { status, body } = await atExpert.get<Page<DelegationView>>(`/v1/delegations?${query}`);
  expect(status).toBe(200);
  return body.items;
};

describe('the authority matrix', () => {
  it('R01 says who decides which kind of matter, on what basis, at any moment', async () => {
    expect(await assign()).toMatchObject({ status: 201, body: { id: 'tq-1', revision: 0 } });
    expect(await assign({ authorityId: 'tq-2', unitId: units.desk, power: 'advise' })).toMatchObject({ status: 201 });
    expect(await matrix('matter=land-allocation&at=2024-12-31')).toEqual([]);
    expect(await matrix('matter=land-allocation&at=2025-01-01')).toMatchObject([
      { authorityId: 'tq-2', unit: { id: units.desk, name: 'Bộ phận Một cửa' }, power: 'advise' },
      { authorityId: 'tq-1', power: 'decide', basis: 'Quy chế làm việc của UBND tỉnh', basisClause: 'Điều 8' },
    ]);
    expect(await matrix(`unit=${units.desk}`)).toHaveLength(1);
    expect(await matrix('matter=budget')).toEqual([]);
  });

  it('R01 takes the same again as said already, and no second entry for the same time', async () => {
    expect(await assign()).toMatchObject({ status: 201, body: { revision: 0 } });
    expect(await assign({ authorityId: 'tq-3' })).toMatchObject({
      status: 409,
      body: { code: 'authority.already-assigned', facts: { authority: 'tq-1' } },
    });
    expect(await assign({ power: 'advise' })).toMatchObject({ status: 409, body: { code: 'case.id-taken' } });
  });

  it.each([
    ['without a basis', { basis: undefined }, 'request.invalid'],
    ['for a unit not in office yet', { validFrom: '2023-12-31T00:00:00+07:00' }, 'unit.not-in-office'],
    ['for an empty time', { validTo: from }, 'period.empty'],
  ])('R01 is not assigned %s', async (_case, changes, code) => {
    const { status, body } = await assign({ authorityId: 'tq-4', matterKind: 'budget', ...changes });
    expect({ status, code: body.code }).toEqual({ status: 422, code });
  });

  it('R01 ends when it is ended, and can then be assigned anew', async () => {
    const end = (id: string, validTo: string) =>
      admin.post<Problem>(`/v1/authorities/${id}/end`, { validTo, reason: 'Phân cấp lại' });
    expect(await end('tq-2', '2025-06-01T00:00:00+07:00')).toMatchObject({ status: 200 });
    expect(await end('tq-2', '2025-06-01T00:00:00+07:00')).toMatchObject({ status: 200 });
    expect(await end('tq-2', '2025-07-01T00:00:00+07:00')).toMatchObject({ body: { code: 'authority.already-ended' } });
    expect(await end('tq-1', '2024-07-01T00:00:00+07:00')).toMatchObject({
      body: { code: 'authority.end-outside-period' },
    });
    expect(await end('tq-none', from)).toMatchObject({ status: 404, body: { code: 'case.unknown' } });
    expect(await matrix(`unit=${units.desk}&at=2025-05-31`)).toHaveLength(1);
    expect(await matrix(`unit=${units.desk}&at=2025-06-01`)).toEqual([]);
    const anew = { authorityId: 'tq-5', unitId: units.desk, power: 'advise', validFrom: '2025-06-01T00:00:00+07:00' };
    expect(await assign(anew)).toMatchObject({ status: 201 });
  });

  it('R01 is kept by administrators and read by all', async () => {
    expect(await atExpert.post<Problem>('/v1/authorities', cell)).toMatchObject({ status: 403 });
  });
});

describe('delegations', () => {
  const grant = {
    delegationId: 'uq-1',
    unitId: units.department,
    delegator: head.sub,
    delegate: expert.sub,
    scope: 'land-allocation',
    document: '12/GUQ-SNV',
    validFrom: from,
    validTo: '2025-07-01T00:00:00+07:00',
  };

  beforeAll(async () => {
    const later = { validFrom: '2025-07-01T00:00:00+07:00', validTo: '2026-01-01T00:00:00+07:00' };
    expect(await admin.post('/v1/delegations', grant)).toMatchObject({ status: 201 });
    const second = { ...grant, ...later, delegationId: 'uq-2', scope: 'budget' };
    expect(await admin.post('/v1/delegations', second)).toMatchObject({ status: 201 });
    const revocation = { revokedAt: '2025-09-01T00:00:00+07:00', reason: 'Thay người' };
    expect(await admin.post('/v1/delegations/uq-2/revoke', revocation)).toMatchObject({ status: 200 });
  });

  it('R09 stand in a register with scope and document: to come, in force, expired, revoked', async () => {
    const standings = async (at: string) =>
      (await register(`unit=${units.department}&at=${at}`)).map(({ delegationId, standing }) => [
        delegationId,
        standing,
      ]);
    expect(await standings('2024-12-31')).toEqual([
      ['uq-2', 'not-yet'],
      ['uq-1', 'not-yet'],
    ]);
    expect(await standings('2025-06-30')).toEqual([
      ['uq-2', 'not-yet'],
      ['uq-1', 'in-force'],
    ]);
    expect(await standings('2025-07-01')).toEqual([
      ['uq-2', 'in-force'],
      ['uq-1', 'expired'],
    ]);
    expect(await standings('2025-09-01')).toEqual([
      ['uq-2', 'revoked'],
      ['uq-1', 'expired'],
    ]);
    const [second, first] = await register('at=2025-09-01');
    expect(second).toMatchObject({ validTo: '2025-08-31T17:00:00.000Z', revokedReason: 'Thay người' });
    expect(first).toEqual({
      delegationId: 'uq-1',
      unit: { id: units.department, name: 'Sở Nội vụ' },
      delegator: { kind: 'officer', id: head.sub, name: 'Nguyễn Văn Cường' },
      delegate: { kind: 'officer', id: expert.sub, name: 'Trần Thị Bình' },
      scope: 'land-allocation',
      document: '12/GUQ-SNV',
      validFrom: '2024-12-31T17:00:00.000Z',
      validTo: '2025-06-30T17:00:00.000Z',
      standing: 'expired',
      revokedReason: null,
    });
    expect(await register(`unit=${units.desk}`)).toEqual([]);
  });

  it('R09 lie on top of the matrix, for what their scope names', async () => {
    const onTop = async (at: string) => {
      const [deciding] = await matrix(`matter=land-allocation&unit=${units.department}&at=${at}`);
      return deciding?.delegations.map(({ delegationId }) => delegationId);
    };
    expect(await onTop('2025-06-30')).toEqual(['uq-1']);
    expect(await assign({ authorityId: 'tq-6', matterKind: 'budget' })).toMatchObject({ status: 201 });
    expect(await onTop('2025-07-01')).toEqual([]);
  });

  it('R09 R05 no longer let anybody act once they have expired', async () => {
    const acting = await api.as({ ...expert, capacity: 'by-delegation' });
    const session = (heldAt: string, disseminationId: string) => ({
      occurredAt: heldAt,
      disseminationId,
      instrumentId: 'an-lao-2023',
      unitId: units.department,
      heldAt,
    });
    expect(await admin.post('/v1/rulebook/versions', {})).toMatchObject({ status: 201 });
    clock.time = '2025-09-02T02:00:00.000Z';
    const hold = (heldAt: string, id: string) =>
      acting.post<Problem>('/v1/rulebook/disseminations', session(heldAt, id));
    expect(await hold('2025-08-31T09:00:00+07:00', 'qt-1')).toMatchObject({ status: 201 });
    expect(await hold('2025-09-01T09:00:00+07:00', 'qt-2')).toMatchObject({
      body: { code: 'actor.capacity-not-held', facts: { capacity: 'by-delegation' } },
    });
  });
});
