import type { Cast } from './seed-story.ts';

/** The province of directive 002, with Home Affairs and the inspectorate. The district never held its dissemination. */
export const provinceOf2024: Cast = {
  units: [
    ['k5-ubnd', 'UBND tỉnh Kon Tum', 'province-committee', null],
    ['k5-vp', 'Văn phòng UBND tỉnh', 'province-office', 'k5-ubnd'],
    ['k5-nv', 'Sở Nội vụ', 'department', 'k5-ubnd'],
    ['k5-tt', 'Thanh tra tỉnh', 'inspectorate', 'k5-ubnd'],
    ['k5-xd', 'Sở Xây dựng', 'department', 'k5-ubnd'],
    ['k5-tc', 'Sở Tài chính', 'department', 'k5-ubnd'],
    ['k5-gt', 'Sở Giao thông vận tải', 'department', 'k5-ubnd'],
    ['k5-sathay', 'UBND huyện Sa Thầy', 'district-committee', 'k5-ubnd'],
  ],
  officers: [
    ['k5-chu-tich', 'Lê Văn Tú', 'k5-ubnd', 'head'],
    ['k5-chanh-vp', 'Hà Thị Lý', 'k5-vp', 'head'],
    ['k5-gd-nv', 'Đoàn Văn Hải', 'k5-nv', 'head'],
    ['k5-chanh-tt', 'Kiều Thị Dung', 'k5-tt', 'head'],
    ['k5-gd-xd', 'Lương Văn Giang', 'k5-xd', 'head'],
    ['k5-cv-xd', 'Tạ Thị Hiền', 'k5-xd', 'member'],
    ['k5-vt-xd', 'Châu Văn Ích', 'k5-xd', 'clerk'],
    ['k5-gd-tc', 'Ông Thị Kim', 'k5-tc', 'head'],
    ['k5-cv-tc', 'Viên Văn Lâm', 'k5-tc', 'member'],
    ['k5-vt-tc', 'Khúc Thị Mơ', 'k5-tc', 'clerk'],
    ['k5-gd-gt', 'Nghiêm Văn Nam', 'k5-gt', 'head'],
    ['k5-cv-gt', 'Thái Thị Oanh', 'k5-gt', 'member'],
    ['k5-vt-gt', 'Quách Văn Phú', 'k5-gt', 'clerk'],
    ['k5-ct-sathay', 'A Rót', 'k5-sathay', 'head'],
    ['k5-vt-sathay', 'Y Sinh', 'k5-sathay', 'clerk'],
  ],
  authorities: [
    ['k5-xd', 'cap-phep-xay-dung', 'decide'],
    ['k5-gt', 'dau-noi-duong', 'decide'],
    ['k5-tc', 'quyet-toan', 'decide'],
  ],
  instrument: 'kon-tum-2024',
  boundTo: ['k5-vp', 'k5-nv', 'k5-tt', 'k5-xd', 'k5-tc', 'k5-gt', 'k5-sathay'],
  since: '2025-01-01',
  inOfficeSince: '2024-01-01',
  madeKnown: { on: '2025-01-15', units: ['k5-vp', 'k5-nv', 'k5-tt', 'k5-xd', 'k5-tc', 'k5-gt'] },
  begins: '2025-03-03 08:00',
};
