import { expect } from '@jest/globals';
import type { LedgerClaims } from '#api/auth/claims.ts';
import type { RunningApi } from './running-api.ts';

type Words = Readonly<Record<string, unknown>>;

const administrator: LedgerClaims = {
  sub: 'he-thong-nhan-su',
  kind: 'account',
  unit: null,
  capacity: 'system',
  roles: ['administrator', 'reader'],
};
export const reader: LedgerClaims = { ...administrator, sub: 'web-reader', roles: ['reader'] };

const officers = {
  'cb-hoa': 'Nguyễn Văn Hoà',
  'cb-huong': 'Trần Thị Thu Hương',
  'cb-dat': 'Đặng Quốc Đạt',
  'cb-lan': 'Phạm Ngọc Lan',
  'cb-chu-tich': 'Lê Hữu Phước',
} as const;
type OfficerId = keyof typeof officers;

const units = [
  ['ubnd', 'Ủy ban nhân dân tỉnh', 'province-committee', null],
  ['snv', 'Sở Nội vụ', 'department', 'ubnd'],
  ['stc', 'Sở Tài chính', 'department', 'ubnd'],
] as const;
type UnitId = (typeof units)[number][0];

const posts: readonly (readonly [OfficerId, UnitId, string, string])[] = [
  ['cb-chu-tich', 'ubnd', 'head', 'Chủ tịch UBND tỉnh'],
  ['cb-huong', 'snv', 'head', 'Giám đốc Sở Nội vụ'],
  ['cb-dat', 'snv', 'deputy', 'Phó Giám đốc Sở Nội vụ'],
  ['cb-hoa', 'snv', 'member', 'Chuyên viên'],
  ['cb-lan', 'stc', 'head', 'Giám đốc Sở Tài chính'],
];

const start = '2025-01-01T00:00:00.000Z';
const at = (day: number, hour: number): string => new Date(Date.UTC(2025, 5, day, hour - 7)).toISOString();
const holding = (officer: OfficerId, unit: UnitId) => ({ party: { kind: 'officer', id: officer }, unit });
const returnBasis = { text: 'Nghị định 30/2020/NĐ-CP', clause: 'điều 21 khoản 2 điểm b' };

/** Ids that the tests look for. */
export const known = {
  person: 'cb-hoa',
  head: 'cb-huong',
  journey: 'HS-2025-01',
  late: 'HS-2025-02',
  secret: 'HS.2025.03',
};

/**
 * Three units, five officers and a handful of dossiers: one with a full journey (handed off, returned, submitted,
 * decided, completed), one overdue, one secret, and enough open ones for a second page of the list.
 */
export const tellProvince = async (api: RunningApi): Promise<void> => {
  await tellOrganisation(api);
  let position = '';
  const act = async (officer: OfficerId, unit: UnitId, path: string, body: Words): Promise<void> => {
    const capacity = officer === 'cb-dat' ? 'for-head' : 'own';
    const caller = await api.as({ sub: officer, kind: 'officer', unit, capacity, roles: ['recorder', 'reader'] });
    const { status, body: receipt } = await caller.post(path, body);
    expect({ path, status, receipt }).toMatchObject({ status: path === '/v1/dossiers' ? 201 : 200 });
    ({ position } = receipt);
  };
  const register = (id: string, holder: readonly [OfficerId, UnitId], more: Words): Promise<void> =>
    act(holder[0], holder[1], '/v1/dossiers', {
      dossierId: id,
      issuer: 'UBND xã An Lão',
      number: id.slice(-2),
      symbol: 'TTr-UBND',
      subject: 'Đề nghị phê duyệt đề án vị trí việc làm',
      dossierType: 'Đề án vị trí việc làm',
      urgency: 'normal',
      secrecy: 'none',
      receivedAt: at(2, 8),
      deadline: at(20, 17),
      occurredAt: at(2, 9),
      holder: holding(...holder),
      ...more,
    });

  await register(known.journey, ['cb-hoa', 'snv'], { subject: 'Điều chỉnh biên chế năm 2025', urgency: 'urgent' });
  const journey = (name: string): string => `/v1/dossiers/${known.journey}/${name}`;
  const clerical = { reason: 'Phối hợp thẩm định kinh phí', occurredAt: at(3, 9) };
  await act('cb-hoa', 'snv', journey('hand-off'), { ...clerical, to: holding('cb-lan', 'stc'), dueAt: at(6, 17) });
  await act('cb-lan', 'stc', journey('confirm-receipt'), { arrivalNumber: '77', occurredAt: at(3, 10) });
  const returning = { reason: 'Không thuộc chức năng của Sở Tài chính', basis: returnBasis, occurredAt: at(4, 14) };
  await act('cb-lan', 'stc', journey('return'), { ...returning, to: holding('cb-hoa', 'snv'), rightUnit: 'snv' });
  await act('cb-hoa', 'snv', journey('perform-step'), { step: 'Thẩm định', occurredAt: at(9, 9) });
  const proposal = { proposal: 'Đề nghị ký ban hành', occurredAt: at(10, 9) };
  await act('cb-hoa', 'snv', journey('submit'), { ...proposal, to: holding('cb-dat', 'snv') });
  await act('cb-dat', 'snv', journey('decide'), { decision: 'approved', occurredAt: at(11, 9) });
  const product = { number: '45', symbol: 'QĐ-SNV', issuedOn: '2025-06-11', title: 'Quyết định điều chỉnh biên chế' };
  await act('cb-dat', 'snv', journey('complete'), { product, outcome: 'granted', occurredAt: at(11, 10) });

  await register(known.late, ['cb-lan', 'stc'], { subject: 'Phân bổ dự toán kinh phí' });
  const secret = { subject: null, number: null, symbol: null, secrecy: 'secret', secretReference: 'M-2025-07' };
  await register(known.secret, ['cb-hoa', 'snv'], { ...secret, deadline: null });
  for (let n = 10; n < 40; n += 1) await register(`HS-2025-${String(n)}`, ['cb-lan', 'stc'], { deadline: null });

  const caller = await api.as(reader);
  const { status } = await caller.get('/v1/overview', { headers: { 'Wait-For-Position': position } });
  expect(status).toBe(200);
};

const tellOrganisation = async (api: RunningApi): Promise<void> => {
  const caller = await api.as(administrator);
  const tell = async (path: string, body: Words): Promise<void> => {
    const { status, body: answer } = await caller.post(path, body);
    expect({ path, status, answer }).toMatchObject({ status: 201 });
  };
  await tell('/v1/accounts', { accountId: administrator.sub, accountKind: 'system', label: 'Hệ thống nhân sự' });
  for (const [unitId, name, unitKind, parent] of units)
    await tell('/v1/units', { unitId, name, unitKind, parent, validFrom: start, occurredAt: start });
  for (const [officerId, name] of Object.entries(officers))
    await tell('/v1/officers', { officerId, name, occurredAt: start });
  for (const [officerId, unit, role, title] of posts)
    await tell(`/v1/units/${unit}/appointments`, { officerId, role, title, validFrom: start, occurredAt: start });
};
