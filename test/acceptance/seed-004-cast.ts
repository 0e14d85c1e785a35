import type { Cast } from './seed-story.ts';

export const letter = 'cv-3239-2024-kon-tum';

/** Kon Tum from August to October 2024: a committee, its Office, three departments and two districts. */
export const cast: Cast = {
  units: [
    ['ubnd', 'UBND tỉnh Kon Tum', 'province-committee', null],
    ['vp', 'Văn phòng UBND tỉnh', 'province-office', 'ubnd'],
    ['skh', 'Sở Kế hoạch và Đầu tư', 'department', 'ubnd'],
    ['stc', 'Sở Tài chính', 'department', 'ubnd'],
    ['stnmt', 'Sở Tài nguyên và Môi trường', 'department', 'ubnd'],
    ['dh', 'UBND huyện Đăk Hà', 'district-committee', 'ubnd'],
    ['kpl', 'UBND huyện Kon Plông', 'district-committee', 'ubnd'],
  ],
  officers: [
    ['chu-tich', 'A Bình', 'ubnd', 'head'],
    ['chanh-vp', 'Trần Văn Công', 'vp', 'head'],
    ['gd-kh', 'Lê Thị Dung', 'skh', 'head'],
    ['cv-kh', 'Nguyễn Văn Đại', 'skh', 'member'],
    ['gd-tc', 'Phạm Văn Giỏi', 'stc', 'head'],
    ['pgd-tc', 'Võ Thị Hà', 'stc', 'deputy'],
    ['vt-tc', 'Y Hiên', 'stc', 'clerk'],
    ['gd-tnmt', 'Đặng Văn Khánh', 'stnmt', 'head'],
    ['cv-tnmt', 'Bùi Thị Lan', 'stnmt', 'member'],
    ['ct-dh', 'A Minh', 'dh', 'head'],
    ['cv-dh', 'Hồ Văn Nam', 'dh', 'member'],
    ['ct-kpl', 'Y Oanh', 'kpl', 'head'],
    ['cv-kpl', 'Đỗ Văn Phúc', 'kpl', 'member'],
  ],
  authorities: [],
  instrument: letter,
  boundTo: ['ubnd'],
  since: '2024-09-12',
  inOfficeSince: '2023-01-01',
  madeKnown: { on: '2024-09-12', units: [] },
  begins: '2024-08-20',
};
