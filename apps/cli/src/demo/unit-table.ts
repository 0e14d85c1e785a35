import type { UnitId } from '#domain/kernel/event.ts';
import { localUnits } from './local-units.ts';
import { departmentsMerged, staff, unit, type SampleUnit } from './sample-unit.ts';

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

/** Parents before children, predecessors before successors of the same level. */
export const sampleUnits: readonly SampleUnit[] = [...provinceLevel, ...localUnits];
