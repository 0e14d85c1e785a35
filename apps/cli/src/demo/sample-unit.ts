import type { UnitKind } from '#domain/organisation/events.ts';
import type { Instant, UnitId } from '#domain/kernel/event.ts';
import type { Duty } from './dossier-type.ts';
import { onDay } from './office-time.ts';

/** Numbers of posts by role. */
export type Staff = {
  readonly heads: number;
  readonly deputies: number;
  readonly clerks: number;
  readonly members: number;
};

/** Where a unit serves: the whole province, or one of the places a dossier can come from. */
export type Place = 'son-thanh' | 'tay-ha' | 'bac-giao' | 'giao-hoa' | 'dong-linh' | 'linh-son';

export type SampleUnit = {
  readonly id: UnitId;
  readonly name: string;
  readonly kind: UnitKind;
  readonly parent: UnitId | null;
  readonly duties: readonly Duty[];
  /** Places served; null: the whole province. */
  readonly places: readonly Place[] | null;
  readonly staff: Staff;
  readonly headTitle: string;
  readonly validFrom: Instant;
  readonly validTo: Instant | null;
  readonly successors: readonly UnitId[];
};

/** Departments merged from 1 March 2025; districts and communes rearranged from 1 July 2025 (Resolution 202/2025/QH15). */
export const departmentsMerged: Instant = onDay('2025-03-01', '00:00');
export const districtsAbolished: Instant = onDay('2025-07-01', '00:00');
const longAgo: Instant = onDay('2021-07-01', '00:00');

export const placeNames: Readonly<Record<Place, { readonly before: string; readonly after: string }>> = {
  'son-thanh': { before: 'phường Sơn Thành, thành phố Sơn Hà', after: 'phường Sơn Thành' },
  'tay-ha': { before: 'xã Tây Hà, thành phố Sơn Hà', after: 'phường Tây Hà' },
  'bac-giao': { before: 'xã Giao Thượng, huyện Bắc Giao', after: 'xã Bắc Giao' },
  'giao-hoa': { before: 'xã Giao Hòa, huyện Bắc Giao', after: 'xã Giao Hòa' },
  'dong-linh': { before: 'xã Lĩnh Trung, huyện Đông Lĩnh', after: 'xã Đông Lĩnh' },
  'linh-son': { before: 'xã Lĩnh Sơn, huyện Đông Lĩnh', after: 'xã Lĩnh Sơn' },
};
export const places = Object.keys(placeNames) as Place[];

export const staff = (heads: number, deputies: number, clerks: number, members: number): Staff => ({
  heads,
  deputies,
  clerks,
  members,
});

type UnitDraft = Pick<SampleUnit, 'id' | 'name' | 'kind'> & Partial<SampleUnit>;

export const unit = (draft: UnitDraft): SampleUnit => ({
  parent: 'UBND-SH',
  duties: [],
  places: null,
  staff: staff(1, 1, 1, 2),
  headTitle: 'Giám đốc',
  validFrom: longAgo,
  validTo: null,
  successors: [],
  ...draft,
});
