import type { Cast } from './seed-story.ts';

/** The province to whose departments and districts letter 000 is addressed; it binds the addressees, not its issuer. */
export const provinceOf2023: Cast = {
  units: [
    ['k3-chinh-phu', 'Chính phủ', 'other', null],
    ['k3-ubnd', 'UBND tỉnh Kon Tum', 'province-committee', 'k3-chinh-phu'],
    ['k3-vp', 'Văn phòng UBND tỉnh', 'province-office', 'k3-ubnd'],
    ['k3-tnmt', 'Sở Tài nguyên và Môi trường', 'department', 'k3-ubnd'],
    ['k3-tc', 'Sở Tài chính', 'department', 'k3-ubnd'],
    ['k3-xd', 'Sở Xây dựng', 'department', 'k3-ubnd'],
    ['k3-dakto', 'UBND huyện Đắk Tô', 'district-committee', 'k3-ubnd'],
  ],
  officers: [
    ['k3-vu-truong', 'Lưu Văn Khải', 'k3-chinh-phu', 'head'],
    ['k3-chu-tich', 'Y Hà', 'k3-ubnd', 'head'],
    ['k3-chanh-vp', 'Trần Văn Lộc', 'k3-vp', 'head'],
    ['k3-gd-tnmt', 'Phạm Thị Mai', 'k3-tnmt', 'head'],
    ['k3-cv-tnmt', 'Đinh Văn Quý', 'k3-tnmt', 'member'],
    ['k3-vt-tnmt', 'Hồ Thị Sen', 'k3-tnmt', 'clerk'],
    ['k3-gd-tc', 'Ngô Văn Tài', 'k3-tc', 'head'],
    ['k3-cv-tc', 'Lý Thị Uyên', 'k3-tc', 'member'],
    ['k3-vt-tc', 'Mai Văn Vinh', 'k3-tc', 'clerk'],
    ['k3-gd-xd', 'Đỗ Thị Xuân', 'k3-xd', 'head'],
    ['k3-cv-xd', 'Vũ Văn Yên', 'k3-xd', 'member'],
    ['k3-ct-dakto', 'A Thiên', 'k3-dakto', 'head'],
    ['k3-vt-dakto', 'Bùi Thị Chi', 'k3-dakto', 'clerk'],
  ],
  authorities: [
    ['k3-tnmt', 'giao-dat', 'decide'],
    ['k3-xd', 'cap-phep-xay-dung', 'decide'],
    ['k3-ubnd', 'dieu-chinh-quy-hoach', 'decide'],
    ['k3-tnmt', 'dieu-chinh-quy-hoach', 'advise'],
  ],
  instrument: 'kon-tum-2023',
  boundTo: ['k3-vp', 'k3-tnmt', 'k3-tc', 'k3-xd', 'k3-dakto'],
  since: '2024-01-01',
  madeKnown: { on: '2024-01-15', units: ['k3-vp', 'k3-tnmt', 'k3-tc', 'k3-dakto'] },
  begins: '2024-05-02 08:00',
};
