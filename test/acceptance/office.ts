import type { LedgerClaims } from '#api/auth/claims.ts';
import type { RunningApi } from './running-api.ts';

/** A small office as every API test finds it: a reception desk and a department with head and expert. */
export const units = { province: 'ubnd-tinh', desk: 'bo-phan-mot-cua', department: 'so-noi-vu' } as const;

const officer = (sub: string, unit: string, capacity: LedgerClaims['capacity']): LedgerClaims => ({
  sub,
  kind: 'officer',
  unit,
  capacity,
  roles: ['reader', 'recorder'],
});

export const clerk = officer('cb-van-thu', units.desk, 'own');
export const expert = officer('cb-chuyen-vien', units.department, 'own');
export const head = officer('cb-giam-doc', units.department, 'own');
export const administrator: LedgerClaims = { ...clerk, sub: 'cb-quan-tri', roles: ['administrator'] };
export const reader: LedgerClaims = { ...expert, roles: ['reader'] };

const since = '2024-01-01T00:00:00+07:00';

/** Set up through the API itself, by an administrator. */
export const establishOffice = async (api: RunningApi): Promise<void> => {
  const admin = await api.as(administrator);
  const send = async (path: string, body: object): Promise<void> => {
    const { status, body: answer } = await admin.post<unknown>(path, { occurredAt: since, ...body });
    if (status !== 201) throw new Error(`${path}: ${String(status)} ${JSON.stringify(answer)}`);
  };
  const unit = (unitId: string, name: string, unitKind: string, parent: string | null): Promise<void> =>
    send('/v1/units', { unitId, name, unitKind, parent, validFrom: since });
  const person = async (officerId: string, name: string, post: { unit: string; role: string }): Promise<void> => {
    await send('/v1/officers', { officerId, name });
    await send(`/v1/units/${post.unit}/appointments`, { officerId, role: post.role, validFrom: since });
  };
  await unit(units.province, 'UBND tỉnh', 'province-committee', null);
  await unit(units.desk, 'Bộ phận Một cửa', 'service-centre', units.province);
  await unit(units.department, 'Sở Nội vụ', 'department', units.province);
  await person(clerk.sub, 'Lê Văn An', { unit: units.desk, role: 'member' });
  await person(expert.sub, 'Trần Thị Bình', { unit: units.department, role: 'member' });
  await person(head.sub, 'Nguyễn Văn Cường', { unit: units.department, role: 'head' });
};
