import type { UnitKind } from '#domain/organisation/events.ts';
import type { Instant, UnitId } from '#domain/kernel/event.ts';
import type { Duty } from './dossier-types.ts';
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

const staff = (heads: number, deputies: number, clerks: number, members: number): Staff => ({
  heads,
  deputies,
  clerks,
  members,
});

type UnitDraft = Pick<SampleUnit, 'id' | 'name' | 'kind'> & Partial<SampleUnit>;

const unit = (draft: UnitDraft): SampleUnit => ({
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

const department = (id: UnitId, name: string, draft: Partial<SampleUnit> = {}): SampleUnit =>
  unit({ id, name, kind: 'department', ...draft });

/** A department that was merged into `successor` on 1 March 2025. */
const merged = (id: UnitId, name: string, successor: UnitId, draft: Partial<SampleUnit> = {}): SampleUnit =>
  department(id, name, { staff: staff(1, 0, 1, 2), validTo: departmentsMerged, successors: [successor], ...draft });

const provinceLevel: readonly SampleUnit[] = [
  unit({
    id: 'UBND-SH',
    name: 'UBND tỉnh Sơn Hà',
    kind: 'province-committee',
    parent: null,
    staff: staff(1, 2, 0, 0),
    headTitle: 'Chủ tịch',
  }),
  unit({
    id: 'VPUB',
    name: 'Văn phòng UBND tỉnh',
    kind: 'province-office',
    staff: staff(1, 2, 1, 0),
    headTitle: 'Chánh Văn phòng',
  }),
  unit({
    id: 'VPUB-KTTH',
    name: 'Phòng Kinh tế tổng hợp, Văn phòng UBND tỉnh',
    kind: 'division',
    parent: 'VPUB',
    staff: staff(1, 0, 0, 4),
    headTitle: 'Trưởng phòng',
  }),
  unit({
    id: 'TTPVHCC-SH',
    name: 'Trung tâm Phục vụ hành chính công tỉnh',
    kind: 'service-centre',
    parent: 'VPUB',
    staff: staff(1, 0, 3, 0),
  }),
  unit({ id: 'TTT', name: 'Thanh tra tỉnh', kind: 'inspectorate', duties: ['citizens'], headTitle: 'Chánh Thanh tra' }),
  department('SNV', 'Sở Nội vụ', { duties: ['home-affairs'] }),
  merged('SLDTBXH', 'Sở Lao động - Thương binh và Xã hội', 'SNV', { duties: ['home-affairs'] }),
  department('STC', 'Sở Tài chính', { duties: ['finance', 'investment'] }),
  merged('SKHDT', 'Sở Kế hoạch và Đầu tư', 'STC', { duties: ['investment'] }),
  department('SXD', 'Sở Xây dựng', { duties: ['construction'] }),
  merged('SGTVT', 'Sở Giao thông vận tải', 'SXD', { duties: ['construction'] }),
  merged('STNMT', 'Sở Tài nguyên và Môi trường', 'SNNMT', { duties: ['land'], staff: staff(1, 1, 1, 3) }),
  merged('SNNPTNT', 'Sở Nông nghiệp và Phát triển nông thôn', 'SNNMT', { duties: ['agriculture'] }),
  department('SNNMT', 'Sở Nông nghiệp và Môi trường', {
    duties: ['land', 'agriculture'],
    validFrom: departmentsMerged,
    staff: staff(1, 2, 1, 5),
  }),
  department('SKHCN', 'Sở Khoa học và Công nghệ', { duties: ['digital'] }),
  merged('STTTT', 'Sở Thông tin và Truyền thông', 'SKHCN', { duties: ['digital'] }),
  department('STP', 'Sở Tư pháp', { duties: ['justice'] }),
  department('SCT', 'Sở Công Thương', { staff: staff(1, 0, 1, 1) }),
  department('SYT', 'Sở Y tế', { staff: staff(1, 0, 1, 1) }),
  department('SGDDT', 'Sở Giáo dục và Đào tạo', { staff: staff(1, 0, 1, 1) }),
  department('SVHTTDL', 'Sở Văn hóa, Thể thao và Du lịch', { duties: ['culture'], staff: staff(1, 0, 1, 1) }),
  department('BDT', 'Ban Dân tộc', {
    staff: staff(1, 0, 0, 1),
    headTitle: 'Trưởng ban',
    validTo: departmentsMerged,
    successors: ['SDTTG'],
  }),
  department('SDTTG', 'Sở Dân tộc và Tôn giáo', { staff: staff(1, 0, 0, 1), validFrom: departmentsMerged }),
  department('BQLKKT', 'Ban Quản lý Khu kinh tế', { staff: staff(1, 0, 1, 1), headTitle: 'Trưởng ban' }),
];

type District = {
  readonly code: string;
  readonly name: string;
  readonly works: string;
  readonly places: readonly Place[];
  /** Communes whose committees and divisions took over on 1 July 2025. */
  readonly communes: readonly string[];
};

const districts: readonly District[] = [
  {
    code: 'TPSH',
    name: 'thành phố Sơn Hà',
    works: 'Phòng Quản lý đô thị',
    places: ['son-thanh', 'tay-ha'],
    communes: ['STH', 'THA'],
  },
  {
    code: 'BG',
    name: 'huyện Bắc Giao',
    works: 'Phòng Kinh tế và Hạ tầng',
    places: ['bac-giao', 'giao-hoa'],
    communes: ['BGI', 'GHO'],
  },
  {
    code: 'DL',
    name: 'huyện Đông Lĩnh',
    works: 'Phòng Kinh tế và Hạ tầng',
    places: ['dong-linh', 'linh-son'],
    communes: ['DLI', 'LSO'],
  },
];

const abolished = (prefix: string, communes: readonly string[]): Pick<SampleUnit, 'validTo' | 'successors'> => ({
  validTo: districtsAbolished,
  successors: communes.map((code) => `${prefix}-${code}`),
});

const districtUnits = ({ code, name, works, places: served, communes }: District): readonly SampleUnit[] => {
  const parent = `UBND-${code}`;
  const division = (id: string, title: string, draft: Partial<SampleUnit>): SampleUnit =>
    unit({
      id: `${id}-${code}`,
      name: `${title} ${name}`,
      kind: 'division',
      parent,
      places: served,
      staff: staff(1, 0, 0, 2),
      headTitle: 'Trưởng phòng',
      ...draft,
    });
  return [
    unit({
      id: parent,
      name: `UBND ${name}`,
      kind: 'district-committee',
      staff: staff(1, 1, 0, 0),
      places: served,
      headTitle: 'Chủ tịch',
      ...abolished('UBND', communes),
    }),
    division('VP', 'Văn phòng HĐND và UBND', {
      staff: staff(1, 0, 1, 0),
      headTitle: 'Chánh Văn phòng',
      ...abolished('VP', communes),
    }),
    division('TNMT', 'Phòng Tài nguyên và Môi trường', { duties: ['land'], ...abolished('KT', communes) }),
    division('KTHT', works, { duties: ['construction'], ...abolished('KT', communes) }),
    division('TTR', 'Thanh tra', {
      kind: 'inspectorate',
      staff: staff(1, 0, 0, 0),
      headTitle: 'Chánh Thanh tra',
      validTo: districtsAbolished,
      successors: ['TTT'],
    }),
  ];
};

/** Communes of before the reform that were joined; the others kept their area and only got new offices. */
const joinedCommunes: readonly SampleUnit[] = (
  [
    ['GTH', 'xã Giao Thượng', 'UBND-BG', 'UBND-BGI'],
    ['GHA', 'xã Giao Hạ', 'UBND-BG', 'UBND-BGI'],
    ['LTR', 'xã Lĩnh Trung', 'UBND-DL', 'UBND-DLI'],
    ['LHA', 'xã Lĩnh Hạ', 'UBND-DL', 'UBND-DLI'],
  ] as const
).map(([code, name, parent, successor]) =>
  unit({
    id: `UBND-${code}`,
    name: `UBND ${name}`,
    kind: 'commune-committee',
    parent,
    staff: staff(1, 0, 1, 0),
    headTitle: 'Chủ tịch',
    validTo: districtsAbolished,
    successors: [successor],
  }),
);

type Commune = { readonly code: string; readonly name: string; readonly place: Place; readonly ward: boolean };

const communes: readonly Commune[] = [
  { code: 'STH', name: 'phường Sơn Thành', place: 'son-thanh', ward: true },
  { code: 'THA', name: 'phường Tây Hà', place: 'tay-ha', ward: true },
  { code: 'BGI', name: 'xã Bắc Giao', place: 'bac-giao', ward: false },
  { code: 'GHO', name: 'xã Giao Hòa', place: 'giao-hoa', ward: false },
  { code: 'DLI', name: 'xã Đông Lĩnh', place: 'dong-linh', ward: false },
  { code: 'LSO', name: 'xã Lĩnh Sơn', place: 'linh-son', ward: false },
];

const communeUnits = ({ code, name, place, ward }: Commune): readonly SampleUnit[] => {
  const parent = `UBND-${code}`;
  const office = (id: string, title: string, draft: Partial<SampleUnit>): SampleUnit =>
    unit({
      id: `${id}-${code}`,
      name: `${title} ${name}`,
      kind: 'division',
      parent,
      places: [place],
      validFrom: districtsAbolished,
      headTitle: 'Trưởng phòng',
      ...draft,
    });
  return [
    office('UBND', 'UBND', {
      kind: 'commune-committee',
      parent: 'UBND-SH',
      staff: staff(1, 1, 0, 0),
      headTitle: 'Chủ tịch',
    }),
    office('VP', 'Văn phòng HĐND và UBND', { staff: staff(1, 0, 1, 0), headTitle: 'Chánh Văn phòng' }),
    office('KT', ward ? 'Phòng Kinh tế, Hạ tầng và Đô thị' : 'Phòng Kinh tế', {
      duties: ['land', 'construction'],
      staff: staff(1, 0, 0, 2),
    }),
    office('VHXH', 'Phòng Văn hóa - Xã hội', { staff: staff(1, 0, 0, 1) }),
    office('HCC', 'Trung tâm Phục vụ hành chính công', {
      kind: 'service-centre',
      staff: staff(0, 0, 1, 0),
      headTitle: 'Giám đốc',
    }),
  ];
};

/** Parents before children, predecessors before successors of the same level. */
export const sampleUnits: readonly SampleUnit[] = [
  ...provinceLevel,
  ...districts.flatMap(districtUnits),
  ...joinedCommunes,
  ...communes.flatMap(communeUnits),
];
