import { districtsAbolished, staff, unit, type Place, type SampleUnit } from './sample-unit.ts';

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

/** Districts and communes, of before and after the reform of July 2025. */
export const localUnits: readonly SampleUnit[] = [
  ...districts.flatMap(districtUnits),
  ...joinedCommunes,
  ...communes.flatMap(communeUnits),
];
