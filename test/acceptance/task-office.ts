import type { LedgerClaims } from '#api/auth/claims.ts';
import { administrator } from './office.ts';
import type { Caller, RunningApi } from './running-api.ts';

/** A province for tasks: the committee with its office, two departments, a division. */
const units = [
  ['ubnd', 'UBND tỉnh', 'province-committee', null],
  ['vp', 'Văn phòng UBND tỉnh', 'province-office', 'ubnd'],
  ['sxd', 'Sở Xây dựng', 'department', 'ubnd'],
  ['stc', 'Sở Tài chính', 'department', 'ubnd'],
  ['sxd-qh', 'Phòng Quy hoạch', 'division', 'sxd'],
] as const;
const people = [
  ['chu-tich', 'ubnd', 'head'],
  ['chanh-vp', 'vp', 'head'],
  ['giam-doc', 'sxd', 'head'],
  ['chuyen-vien', 'sxd', 'member'],
  ['van-thu', 'sxd', 'clerk'],
  ['truong-phong', 'sxd-qh', 'head'],
  ['giam-doc-tc', 'stc', 'head'],
] as const;
export type Name = (typeof people)[number][0];

const since = '2024-01-01T00:00:00+07:00';

const claims = (sub: string, unit: string, role: string): LedgerClaims => ({
  sub,
  kind: 'officer',
  unit,
  capacity: role === 'clerk' ? 'clerk' : 'own',
  roles: ['reader', 'recorder'],
});

export type TaskOffice = Readonly<Record<Name, Caller>>;

export const establishTaskOffice = async (api: RunningApi): Promise<TaskOffice> => {
  const admin = await api.as(administrator);
  const send = async (path: string, body: object): Promise<void> => {
    const { status, body: answer } = await admin.post<unknown>(path, { occurredAt: since, ...body });
    if (status !== 201) throw new Error(`${path}: ${String(status)} ${JSON.stringify(answer)}`);
  };
  for (const [unitId, name, unitKind, parent] of units) {
    await send('/v1/units', { unitId, name, unitKind, parent, validFrom: since });
  }
  for (const [officerId, unit, role] of people) {
    await send('/v1/officers', { officerId, name: officerId });
    await send(`/v1/units/${unit}/appointments`, { officerId, role, validFrom: since });
  }
  const callers = await Promise.all(
    people.map(async ([sub, unit, role]) => [sub, await api.as(claims(sub, unit, role))] as const),
  );
  return Object.fromEntries(callers) as Record<Name, Caller>;
};

/** Assigned on Tuesday 1 July 2025, due at the end of Tuesday 15 July. */
export const assignment = {
  occurredAt: '2025-07-01T08:00:00+07:00',
  assigner: 'ubnd',
  lead: 'sxd',
  coordinators: ['stc'],
  responsible: { kind: 'officer', id: 'chuyen-vien' },
  title: 'Rà soát quy hoạch chậm triển khai',
  product: 'Báo cáo trình UBND tỉnh',
  term: { kind: 'working-days', days: 10 },
} as const;
export const dueAt = '2025-07-15T16:59:59.999Z';
export const product = { number: '88', symbol: 'BC-SXD', issuedOn: '2025-07-14', title: 'Báo cáo rà soát' };
